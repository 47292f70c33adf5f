"use client";

import { CalendarClock, CalendarX2 } from "lucide-react";
import { lazy, useState } from "react";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { HOUR } from "@/server/core/time-zone";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { STEPS, stepIcons } from "../steps";
import { UndoButton } from "../undo/undo-button";
import { useMayDo, useStatusSteps } from "../use-status-steps";

const CancelDialog = lazy(() => import("../cancel-dialog").then((file) => ({ default: file.CancelDialog })));
const NoShowDialog = lazy(() =>
  import("../../policies/no-show-dialog").then((file) => ({ default: file.NoShowDialog })),
);
const RescheduleDialog = lazy(() =>
  import("../book/reschedule-dialog").then((file) => ({ default: file.RescheduleDialog })),
);

const FAR_OFF = 12 * HOUR;

/** What the status machine and the role allow next: the likeliest step first. */
export function AppointmentActions({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const steps = useStatusSteps();
  const mayDo = useMayDo();
  const [open, setOpen] = useState<"cancel" | "reschedule" | "no_show" | null>(null);
  const { id: appointmentId, version } = appointment;
  const isFarOff = appointment.startsAt.getTime() - Date.now() > FAR_OFF;
  // Possible, but nobody begins an appointment of next week.
  const actions = appointment.actions.filter((action) => mayDo(action) && !(isFarOff && action === "start"));
  const isBusy = STEPS.some((step) => steps[step].isPending);
  return (
    <>
      {STEPS.filter((step) => actions.includes(step)).map((step, index) => {
        const Icon = stepIcons[step];
        return (
          <Button
            key={step}
            variant={index === 0 ? "primary" : "secondary"}
            isBusy={steps[step].isPending}
            disabled={isBusy}
            onClick={() => (step === "no_show" ? setOpen(step) : steps[step].mutate({ appointmentId, version }))}
          >
            <Icon />
            {text(`steps.${step}.action`)}
          </Button>
        );
      })}
      {actions.includes("reschedule") && (
        <Button onClick={() => setOpen("reschedule")}>
          <CalendarClock />
          {text("reschedule.action")}
        </Button>
      )}
      <UndoButton appointment={appointment} />
      {actions.includes("cancel") && (
        <Button variant="ghost" onClick={() => setOpen("cancel")}>
          <CalendarX2 />
          {text("cancel.action")}
        </Button>
      )}
      <DialogSlot isOpen={open === "cancel"} onClose={() => setOpen(null)}>
        <CancelDialog appointment={appointment} />
      </DialogSlot>
      <DialogSlot isOpen={open === "no_show"} onClose={() => setOpen(null)}>
        <NoShowDialog appointment={appointment} />
      </DialogSlot>
      <DialogSlot isOpen={open === "reschedule"} onClose={() => setOpen(null)}>
        <RescheduleDialog appointment={appointment} />
      </DialogSlot>
    </>
  );
}
