"use client";

import { Plus } from "lucide-react";
import { lazy, useState } from "react";
import { useCan } from "../providers/company-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";

const load = () => import("./book/new-appointment-dialog").then((file) => ({ default: file.NewAppointmentDialog }));
const NewAppointmentDialog = lazy(load);

interface NewAppointmentButtonProps {
  /** Already known when booking starts at the customer's own page. */
  customer?: { id: string; name: string; phoneText?: string | null };
}

/** Opens the booking by hand; needs the words of `appointments` on its page. */
export function NewAppointmentButton({ customer }: NewAppointmentButtonProps) {
  const text = useText("appointments");
  const [isOpen, setOpen] = useState(false);
  if (!useCan("create_appointments")) return null;
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
        <NewAppointmentDialog customer={customer} />
      </DialogSlot>
    </>
  );
}
