"use client";

import { Plus } from "lucide-react";
import { lazy, useState } from "react";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const load = () => import("./new-service-dialog").then((file) => ({ default: file.NewServiceDialog }));
const NewServiceDialog = lazy(load);

export function NewServiceButton() {
  const text = useText("catalog");
  const [isOpen, setOpen] = useState(false);
  if (!useCan("create_services")) return null;
  return (
    <>
      <Button
        variant="primary"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setOpen(true)}
      >
        <Plus />
        {text("new.action")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <NewServiceDialog />
      </DialogSlot>
    </>
  );
}
