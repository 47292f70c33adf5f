"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { createNoteInput, editNoteInput, type NoteView } from "@/server/customers/notes/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";
import { NoteFields } from "./note-fields";
import { useFirstKind } from "./use-first-kind";

interface NoteDialogProps {
  customerId: string;
  /** The one to change; a new one without. */
  note?: NoteView;
}

/** Writes a note, or changes one; only kinds that the writer may write are there to choose. */
export function NoteDialog({ customerId, note }: NoteDialogProps) {
  return note ? <EditNote note={note} /> : <NewNote customerId={customerId} />;
}

function NewNote({ customerId }: { customerId: string }) {
  const text = useText("customer-notes");
  const form = useForm<z.input<typeof createNoteInput>>({
    resolver: zodResolver(createNoteInput),
    defaultValues: { customerId, subject: "", content: "", isPinned: false, ...useFirstKind() },
  });
  const create = useMutation(useTRPC().customerNotes.create.mutationOptions());
  return (
    <FormDialog
      title={text("new.title")}
      form={form}
      mutation={create}
      submitLabel={text("save")}
      onDone={() => toast({ title: text("new.done") })}
    >
      <NoteFields />
    </FormDialog>
  );
}

function EditNote({ note }: { note: NoteView }) {
  const text = useText("customer-notes");
  const { id: noteId, customerId, subject, content, type, visibility, isPinned } = note;
  const form = useForm<z.input<typeof editNoteInput>>({
    resolver: zodResolver(editNoteInput),
    defaultValues: { customerId, noteId, subject: subject ?? "", content, type, visibility, isPinned },
  });
  const edit = useMutation(useTRPC().customerNotes.edit.mutationOptions());
  return (
    <FormDialog
      title={text("editing.title")}
      form={form}
      mutation={edit}
      submitLabel={text("save")}
      onDone={() => toast({ title: text("editing.done") })}
    >
      <NoteFields own={note} />
    </FormDialog>
  );
}
