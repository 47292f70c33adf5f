"use client";

import { Plus } from "lucide-react";
import { lazy, useState } from "react";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const AbsenceDialog = lazy(() => import("./absence-dialog").then((file) => ({ default: file.AbsenceDialog })));

/** Whoever may enters it; whoever may only ask, asks. */
export function AddAbsence() {
  const text = useText("absences");
  const mayCreate = useCan("create_schedule_exceptions");
  const mayRequest = useCan("request_schedule_exceptions");
  const [isOpen, setOpen] = useState(false);
  if (!mayCreate && !mayRequest) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Plus />
        {text(mayCreate ? "add" : "request")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <AbsenceDialog mode={mayCreate ? "create" : "request"} />
      </DialogSlot>
    </>
  );
}
