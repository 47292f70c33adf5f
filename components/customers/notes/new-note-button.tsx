"use client";

import { Plus } from "lucide-react";
import { lazy, useState } from "react";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const NoteDialog = lazy(() => import("./note-dialog").then((file) => ({ default: file.NoteDialog })));

export function NewNoteButton({ customerId }: { customerId: string }) {
  const text = useText("customer-notes");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus />
        {text("new.action")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <NoteDialog customerId={customerId} />
      </DialogSlot>
    </>
  );
}
