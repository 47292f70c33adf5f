"use client";

import { UserPlus } from "lucide-react";
import { lazy, useState } from "react";
import { useCan } from "../providers/company-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";

const load = () => import("./new-customer-dialog").then((file) => ({ default: file.NewCustomerDialog }));
const NewCustomerDialog = lazy(load);

export function NewCustomerButton({ onCreated }: { onCreated: (customerId: string) => void }) {
  const text = useText("customers");
  const [isOpen, setOpen] = useState(false);
  if (!useCan("create_customers")) return null;
  return (
    <>
      <Button
        variant="primary"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setOpen(true)}
      >
        <UserPlus />
        {text("new.action")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <NewCustomerDialog onCreated={onCreated} />
      </DialogSlot>
    </>
  );
}
