"use client";

import { X } from "lucide-react";
import { lazy, useState } from "react";
import type { ServiceView } from "@/server/catalog/services/schema/view";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { NativeSelect } from "../../ui/native-select";
import { BULK_ACTIONS, type BulkAction } from "./bulk-actions";

const ServiceBulkDialog = lazy(() =>
  import("./service-bulk-dialog").then((file) => ({ default: file.ServiceBulkDialog })),
);

interface ServiceBulkBarProps {
  chosen: readonly ServiceView[];
  onClear: () => void;
}

/** What can be done with the chosen services; nothing as long as none is chosen. */
export function ServiceBulkBar({ chosen, onClear }: ServiceBulkBarProps) {
  const text = useText("catalog");
  const [action, setAction] = useState<BulkAction | "">("");
  /** As they were when the dialog opened: a change may take them out of the list. */
  const [opened, setOpened] = useState<readonly ServiceView[] | null>(null);
  const close = () => {
    setOpened(null);
    setAction("");
  };
  if (chosen.length === 0 && !opened) return null;
  return (
    <section
      aria-label={text("bulk.label")}
      className="flex flex-wrap items-center gap-2 border-b bg-primary-subtle px-3 py-2"
    >
      <p role="status" className="font-medium text-primary-text">
        {text("bulk.selected", { count: chosen.length })}
      </p>
      <NativeSelect
        aria-label={text("bulk.what")}
        value={action}
        onChange={({ target }) => setAction(BULK_ACTIONS.find((each) => each === target.value) ?? "")}
        className="w-52 max-sm:flex-1"
      >
        <option value="">{text("bulk.what")}</option>
        {BULK_ACTIONS.map((each) => (
          <option key={each} value={each}>
            {text(`bulk.actions.${each}`)}
          </option>
        ))}
      </NativeSelect>
      <Button variant="primary" disabled={!action} onClick={() => setOpened(chosen)}>
        {text("bulk.go")}
      </Button>
      <Button variant="ghost" className="ml-auto" onClick={onClear}>
        <X />
        {text("bulk.clear")}
      </Button>
      <DialogSlot isOpen={opened !== null} onClose={close}>
        {opened && action && <ServiceBulkDialog action={action} services={opened} onDone={onClear} />}
      </DialogSlot>
    </section>
  );
}
