"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { AppointmentView } from "@/server/appointments/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { useCloseDialog } from "../../shared/dialog-slot";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "../../ui/dialog";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";
import { type BulkAction, TELLS_CUSTOMER } from "./bulk-actions";
import { BulkOverride } from "./bulk-override";
import { BulkResult } from "./bulk-result";
import { useBulk } from "./use-bulk";

interface BulkDialogProps {
  action: BulkAction;
  /** As they are seen; their versions go with the request. */
  appointments: AppointmentView[];
  branchId: string | null;
  onDone: () => void;
}

/** Asks once for all of them, then says of each what came of it. */
export function BulkDialog({ action, appointments, branchId, onDone }: BulkDialogProps) {
  const text = useText("appointments");
  const shared = useText("shared");
  const close = useCloseDialog();
  const [staffId, setStaffId] = useState("");
  const [notifyCustomer, setNotify] = useState(true);
  const [isConfirmed, setConfirmed] = useState(false);
  const [overrideReason, setOverrideReason] = useState<string | null>(null);
  const { result, asked, error, isPending, run } = useBulk();
  const label = text(`bulk.actions.${action}`);
  const isDestructive = action === "delete" || action === "cancel";
  const isReady = (action !== "reassign" || staffId !== "") && overrideReason?.trim() !== "";
  const decision = { isConfirmed, ...(overrideReason !== null && { overridesPolicy: true, overrideReason }) };
  const handleRun = () => run({ action, appointments, staffId: staffId || null, notifyCustomer, ...decision });
  const handleClose = () => {
    if (isPending) return;
    if (result) onDone();
    close();
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && handleClose()}>
      <DialogContent size="md" closeLabel={shared("dialog.close")}>
        <DialogHeader>
          <DialogTitle>{text("bulk.title", { action: label, count: appointments.length })}</DialogTitle>
          <DialogDescription>{text(`bulk.hints.${action}`)}</DialogDescription>
        </DialogHeader>
        <DialogBody className="flex flex-col gap-4">
          {error != null && <RefusalNote error={error} />}
          {result ? (
            <BulkResult result={result} appointments={asked} />
          ) : (
            <>
              {action === "reassign" && <StaffChoice branchId={branchId} value={staffId} onChange={setStaffId} />}
              {TELLS_CUSTOMER.includes(action) && (
                <>
                  <Choice label={text("notice.tell")} isOn={notifyCustomer} onChange={setNotify} />
                  <Choice label={text("bulk.isConfirmed")} isOn={isConfirmed} onChange={setConfirmed} />
                  {action !== "reassign" && <BulkOverride value={overrideReason} onChange={setOverrideReason} />}
                </>
              )}
            </>
          )}
        </DialogBody>
        <DialogFooter>
          {result ? (
            <Button variant="primary" onClick={handleClose}>
              {text("bulk.close")}
            </Button>
          ) : (
            <>
              <Button onClick={handleClose} disabled={isPending}>
                {shared(isDestructive ? "dialog.back" : "dialog.cancel")}
              </Button>
              <Button
                variant={isDestructive ? "danger" : "primary"}
                isBusy={isPending}
                disabled={!isReady}
                onClick={handleRun}
              >
                {isPending ? text("bulk.running") : label}
              </Button>
            </>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

interface StaffChoiceProps {
  branchId: string | null;
  value: string;
  onChange: (staffId: string) => void;
}

function StaffChoice({ branchId, value, onChange }: StaffChoiceProps) {
  const text = useText("appointments");
  const id = useId();
  const staff = useQuery(useTRPC().staff.list.queryOptions(branchId ? { branchId } : {}));
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{text("bulk.staff")}</Label>
      <NativeSelect id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="" />
        {staff.data?.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function Choice({ label, isOn, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex items-start gap-2.5">
      <Checkbox id={id} className="mt-0.5" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
