"use client";

import { useMutation } from "@tanstack/react-query";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import type { ExceptionView } from "@/server/availability/exceptions/schema";
import { useCan, useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { DetailList } from "../../shared/detail-list";
import { DialogSlot, useCloseDialog } from "../../shared/dialog-slot";
import { SidePanel } from "../../shared/side-panel";
import { StatusBadge } from "../../shared/status-badge";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast-store";
import { AbsenceDialog } from "./absence-dialog";
import { KIND_LOOKS, STATE_LOOKS } from "./absence-look";
import { useHoursText } from "./use-hours-text";
import { useWhenText } from "./use-when-text";

/** One absence with everything that is known of it. */
export function AbsencePanel({ absence }: { absence: ExceptionView }) {
  const text = useText("absences");
  const close = useCloseDialog();
  const whenText = useWhenText();
  const hoursText = useHoursText();
  const { dateTime } = useFormatters();
  const [step, setStep] = useState<"edit" | "delete" | null>(null);
  const { isEverywhere } = useCompany();
  const isTheirs = isEverywhere || absence.ownerType !== "company";
  const mayEdit = useCan("edit_schedule_exceptions") && absence.state !== "refused" && isTheirs;
  const mayDelete = useCan("delete_schedule_exceptions") && isTheirs;
  const who = absence.ownerName ?? text("owner.company");
  const remove = useMutation(
    useTRPC().exceptions.delete.mutationOptions({ meta: { refresh: ["availability"] }, onSuccess: close }),
  );
  const hours = hoursText(absence.hours);
  return (
    <SidePanel
      title={who}
      description={whenText(absence)}
      onClose={close}
      actions={
        (mayEdit || mayDelete) && (
          <>
            {mayEdit && (
              <Button onClick={() => setStep("edit")}>
                <Pencil />
                {text("panel.edit")}
              </Button>
            )}
            {mayDelete && (
              <Button variant="ghost" onClick={() => setStep("delete")}>
                <Trash2 />
                {text("panel.delete")}
              </Button>
            )}
          </>
        )
      }
    >
      <DetailList
        items={[
          [
            text("columns.kind"),
            <StatusBadge key="kind" {...KIND_LOOKS[absence.kind]} label={text(`kinds.${absence.kind}`)} />,
          ],
          [text("columns.when"), whenText(absence)],
          [text("panel.hours"), hours],
          [text("columns.reason"), absence.reason],
          [
            text("columns.state"),
            <StatusBadge key="state" {...STATE_LOOKS[absence.state]} label={text(`states.${absence.state}`)} />,
          ],
          [text("panel.decidedAt"), absence.decidedAt && dateTime(absence.decidedAt)],
          [text("panel.note"), absence.decisionNote],
        ]}
      />
      <DialogSlot isOpen={step === "edit"} onClose={() => setStep(null)}>
        <AbsenceDialog mode="edit" absence={absence} />
      </DialogSlot>
      <DialogSlot isOpen={step === "delete"} onClose={() => setStep(null)}>
        <ConfirmDialog
          title={text("deletion.title")}
          description={text("deletion.lead", { who, when: whenText(absence) })}
          confirmLabel={text("panel.delete")}
          mutation={remove}
          input={{ exceptionId: absence.id, version: absence.version }}
          isDestructive
          onDone={() => toast({ title: text("deletion.done") })}
        />
      </DialogSlot>
    </SidePanel>
  );
}
