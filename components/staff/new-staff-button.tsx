"use client";

import { UserPlus } from "lucide-react";
import { lazy, useState } from "react";
import { useCan } from "../providers/company-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";

const load = () => import("./new-staff-dialog").then((file) => ({ default: file.NewStaffDialog }));
const NewStaffDialog = lazy(load);

export function NewStaffButton() {
  const text = useText("staff");
  const [isOpen, setOpen] = useState(false);
  if (!useCan("create_staff")) return null;
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
        <NewStaffDialog />
      </DialogSlot>
    </>
  );
}
