"use client";

import { useQuery } from "@tanstack/react-query";
import type { NoteView } from "@/server/customers/notes/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { EmptyState } from "../../shared/empty-state";
import { ErrorState } from "../../shared/error-state";
import { useText } from "../../shared/use-text";
import { WidgetNote, WidgetRowsSkeleton } from "../../shared/widget";
import { Card, CardHeader, CardTitle } from "../../ui/card";
import { NewNoteButton } from "./new-note-button";
import { NoteItem } from "./note-item";
import { customerNotesInput } from "./notes-input";
import { useNoteRights } from "./use-note-rights";

/** What was noted of a customer, what is pinned first; as far as the reader may read it. */
export function CustomerNotes({ customerId }: { customerId: string }) {
  const text = useText("customer-notes");
  const { mayCreate } = useNoteRights();
  const notes = useQuery(useTRPC().customerNotes.list.queryOptions(customerNotesInput(customerId)));
  const button = mayCreate && <NewNoteButton customerId={customerId} />;
  return (
    <Card className="overflow-hidden">
      <CardHeader>
        <CardTitle>{text("title")}</CardTitle>
        {notes.data && notes.data.items.length > 0 && <div className="ml-auto">{button}</div>}
      </CardHeader>
      {notes.error ? (
        <ErrorState error={notes.error} onRetry={() => void notes.refetch()} />
      ) : !notes.data ? (
        <WidgetRowsSkeleton rows={4} rowClass="h-20" />
      ) : notes.data.items.length === 0 ? (
        <EmptyState title={text("empty.title")} action={button}>
          {text("empty.lead")}
        </EmptyState>
      ) : (
        <>
          <ul className="divide-y">
            {pinnedFirst(notes.data.items).map((note) => (
              <NoteItem key={note.id} note={note} />
            ))}
          </ul>
          {notes.data.nextCursor && <WidgetNote>{text("more")}</WidgetNote>}
        </>
      )}
    </Card>
  );
}

const pinnedFirst = (notes: readonly NoteView[]) => [...notes].sort((a, b) => Number(b.isPinned) - Number(a.isPinned));
