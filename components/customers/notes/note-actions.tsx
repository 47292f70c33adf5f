"use client";

import { useMutation } from "@tanstack/react-query";
import { Pencil, Pin, PinOff, Trash2 } from "lucide-react";
import { lazy, useState } from "react";
import type { NoteView } from "@/server/customers/notes/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast-store";
import { useNoteRights } from "./use-note-rights";

const NoteDialog = lazy(() => import("./note-dialog").then((file) => ({ default: file.NoteDialog })));

/** Pin, edit, delete: what the reader may do with this kind of note. */
export function NoteActions({ note }: { note: NoteView }) {
  const text = useText("customer-notes");
  const trpc = useTRPC();
  const { mayEdit, mayDelete } = useNoteRights();
  const [open, setOpen] = useState<"edit" | "delete" | null>(null);
  const edit = useMutation(trpc.customerNotes.edit.mutationOptions());
  const remove = useMutation(trpc.customerNotes.delete.mutationOptions());
  const { id: noteId, customerId, isPinned } = note;
  const PinIcon = isPinned ? PinOff : Pin;
  return (
    <div className="flex gap-1" data-print="hide">
      {mayEdit(note) && (
        <>
          <Button
            variant="ghost"
            size="icon"
            aria-label={text(isPinned ? "unpin" : "pin")}
            title={text(isPinned ? "unpin" : "pin")}
            isBusy={edit.isPending}
            onClick={() => edit.mutate({ customerId, noteId, isPinned: !isPinned })}
          >
            <PinIcon />
          </Button>
          <Button
            variant="ghost"
            size="icon"
            aria-label={text("edit")}
            title={text("edit")}
            onClick={() => setOpen("edit")}
          >
            <Pencil />
          </Button>
        </>
      )}
      {mayDelete(note) && (
        <Button
          variant="ghost"
          size="icon"
          aria-label={text("delete")}
          title={text("delete")}
          onClick={() => setOpen("delete")}
        >
          <Trash2 />
        </Button>
      )}
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open === "edit" ? (
          <NoteDialog customerId={customerId} note={note} />
        ) : (
          <ConfirmDialog
            title={text("deletion.title")}
            description={text("deletion.lead")}
            confirmLabel={text("delete")}
            mutation={remove}
            input={{ customerId, noteId }}
            isDestructive
            onDone={() => toast({ title: text("deletion.done") })}
          />
        )}
      </DialogSlot>
    </div>
  );
}
