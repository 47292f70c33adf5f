"use client";

import { Pin } from "lucide-react";
import type { NoteView } from "@/server/customers/notes/schema";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { NoteActions } from "./note-actions";
import { noteLooks } from "./note-looks";

export function NoteItem({ note }: { note: NoteView }) {
  const text = useText("customer-notes");
  const format = useFormatters();
  const { type, visibility, subject, content, isPinned, createdAt, createdByName } = note;
  const { tone, icon: Icon } = noteLooks[type];
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-1.5">
          {isPinned && (
            <Badge tone="amber">
              <Pin aria-hidden="true" />
              {text("pinned")}
            </Badge>
          )}
          <Badge tone={tone}>
            <Icon aria-hidden="true" />
            {text(`types.${type}`)}
          </Badge>
          {visibility !== "staff" && <Badge>{text(`visibilities.${visibility}`)}</Badge>}
        </p>
        {subject && <h3 className="mt-1.5 break-words font-medium">{subject}</h3>}
        <p className="mt-1 whitespace-pre-line break-words">{content}</p>
        <p className="mt-1 text-muted-foreground text-sm tabular-nums">
          <time dateTime={createdAt.toISOString()}>{format.dateTime(createdAt)}</time>
          {createdByName && ` · ${createdByName}`}
        </p>
      </div>
      <NoteActions note={note} />
    </li>
  );
}
