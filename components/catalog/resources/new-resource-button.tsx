"use client";

import { Plus } from "lucide-react";
import { lazy, useState } from "react";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const NewResourceDialog = lazy(() =>
  import("./new-resource-dialog").then((file) => ({ default: file.NewResourceDialog })),
);

export function NewResourceButton() {
  const text = useText("resources");
  const [isOpen, setOpen] = useState(false);
  if (!useCan("create_resources")) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Plus />
        {text("new.action")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <NewResourceDialog />
      </DialogSlot>
    </>
  );
}
