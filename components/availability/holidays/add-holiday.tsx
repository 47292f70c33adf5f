"use client";

import { Plus } from "lucide-react";
import { lazy, useState } from "react";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const HolidayDialog = lazy(() => import("./holiday-dialog").then((file) => ({ default: file.HolidayDialog })));

export function AddHoliday() {
  const text = useText("holidays");
  const [isOpen, setOpen] = useState(false);
  if (!useCan("create_working_hours")) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Plus />
        {text("add.action")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <HolidayDialog />
      </DialogSlot>
    </>
  );
}
