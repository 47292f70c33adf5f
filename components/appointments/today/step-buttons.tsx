"use client";

import type { AppointmentView } from "@/server/appointments/schema";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { STEPS, type Step, stepIcons } from "../steps";
import { useMayDo, useStatusSteps } from "../use-status-steps";
import { likelySteps } from "./day-plan";

interface StepButtonsProps {
  appointment: AppointmentView;
  now: number;
  /** Only the likeliest, as an icon, where there is little room. */
  isCompact?: boolean;
}

/** Start, done or not there: one tap each. */
export function StepButtons({ appointment, now, isCompact }: StepButtonsProps) {
  const text = useText("appointments");
  const steps = useStatusSteps();
  const mayDo = useMayDo();
  const { id: appointmentId, version } = appointment;
  const offered = likelySteps(appointment, now).filter(mayDo);
  const isBusy = STEPS.some((step) => steps[step].isPending);
  const button = (step: Step, index: number) => {
    const Icon = stepIcons[step];
    const label = text(`steps.${step}.short`);
    return (
      <Button
        key={step}
        size={isCompact ? "iconSm" : "md"}
        variant={index === 0 && !isCompact ? "primary" : "secondary"}
        aria-label={text("steps.of", { step: text(`steps.${step}.action`), customer: appointment.customer.name })}
        isBusy={steps[step].isPending}
        disabled={isBusy}
        onClick={() => steps[step].mutate({ appointmentId, version })}
        className={isCompact ? undefined : "max-sm:flex-1 max-sm:[&_svg]:hidden"}
      >
        <Icon />
        {!isCompact && label}
      </Button>
    );
  };
  return (isCompact ? offered.slice(0, 1) : offered).map(button);
}
