"use client";

import { X } from "lucide-react";
import { lazy, useState } from "react";
import type { AppointmentView } from "@/server/appointments/schema";
import { useCan, useCompany } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { NativeSelect } from "../../ui/native-select";
import { BULK_PERMISSIONS, type BulkAction } from "./bulk-actions";
import type { Selection } from "./use-selection";

const BulkDialog = lazy(() => import("./bulk-dialog").then((file) => ({ default: file.BulkDialog })));

interface BulkBarProps {
  selection: Selection<AppointmentView>;
  branchId: string | null;
}

/** What can be done with the chosen rows; nothing as long as none is chosen. */
export function BulkBar({ selection, branchId }: BulkBarProps) {
  const text = useText("appointments");
  const { permissions } = useCompany();
  const canChangeMany = useCan("bulk_edit_appointments");
  const [action, setAction] = useState<BulkAction | "">("");
  const [isOpen, setOpen] = useState(false);
  const actions = (Object.keys(BULK_PERMISSIONS) as BulkAction[]).filter(
    (each) => permissions.includes(BULK_PERMISSIONS[each]) && (canChangeMany || each === "remind"),
  );
  const close = () => {
    setOpen(false);
    setAction("");
  };
  if (selection.chosen.size === 0 && !isOpen) return null;
  return (
    <section
      aria-label={text("bulk.label")}
      className="flex flex-wrap items-center gap-2 border-b bg-primary-subtle px-3 py-2"
    >
      <p role="status" className="font-medium text-primary-text">
        {text("bulk.selected", { count: selection.chosen.size })}
      </p>
      <NativeSelect
        aria-label={text("bulk.more")}
        value={action}
        onChange={(event) => setAction(event.target.value as BulkAction | "")}
        className="w-44 max-sm:flex-1"
      >
        <option value="">{text("bulk.more")}</option>
        {actions.map((each) => (
          <option key={each} value={each}>
            {text(`bulk.actions.${each}`)}
          </option>
        ))}
      </NativeSelect>
      <Button variant="primary" disabled={!action} onClick={() => setOpen(true)}>
        {text("bulk.go")}
      </Button>
      <Button variant="ghost" className="ml-auto" onClick={selection.clear}>
        <X />
        {text("bulk.clear")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={close}>
        {action && (
          <BulkDialog
            action={action}
            appointments={selection.chosenRows}
            branchId={branchId}
            onDone={selection.clear}
          />
        )}
      </DialogSlot>
    </section>
  );
}
