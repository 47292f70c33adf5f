"use client";

import { Plus } from "lucide-react";
import { lazy, useState } from "react";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const NewTenantDialog = lazy(() => import("./new-tenant-dialog").then((file) => ({ default: file.NewTenantDialog })));

export function NewTenantButton() {
  const text = useText("admin");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Plus />
        {text("tenants.new.action")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <NewTenantDialog />
      </DialogSlot>
    </>
  );
}
