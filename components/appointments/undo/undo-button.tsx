"use client";

import { Undo2 } from "lucide-react";
import { lazy, useState } from "react";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const UndoDialog = lazy(() => import("./undo-dialog").then((file) => ({ default: file.UndoDialog })));

/** Leads back one step, as long as there is one to take back. */
export function UndoButton({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const [isOpen, setOpen] = useState(false);
  if (!useCan("restore_appointments") || !appointment.undo) return null;
  return (
    <>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        <Undo2 />
        {text("undo.action")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <UndoDialog appointment={appointment} />
      </DialogSlot>
    </>
  );
}
