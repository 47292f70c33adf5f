"use client";

import { useId } from "react";
import { useFormContext } from "react-hook-form";
import type { PreviewFeeInput } from "@/server/appointments/fees/schema";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { useCan } from "../providers/company-provider";
import { useText } from "../shared/use-text";
import { Checkbox } from "../ui/checkbox";
import { Skeleton } from "../ui/skeleton";
import { usePolicyPreview } from "./use-policy-preview";
import { Verdict } from "./verdict";

interface PolicyPreviewProps {
  appointment: Pick<AppointmentDetails, "id" | "currency">;
  step: PreviewFeeInput["step"];
}

/** What the step would cost and why, before it is taken; whoever may decide against the rules can let the fee go. */
export function PolicyPreview({ appointment, step }: PolicyPreviewProps) {
  const text = useText("fees");
  const id = useId();
  const form = useFormContext();
  const mayWaive = useCan("override_appointments");
  const { data: policy, error } = usePolicyPreview({ appointmentId: appointment.id, step });
  // Whatever can't be told beforehand is told by the step itself.
  if (error) return null;
  if (!policy) return <Skeleton className="h-16 w-full" />;
  if (!policy.isViolation && policy.refundableCents === 0) return null;
  return (
    <>
      <Verdict policy={policy} currency={appointment.currency} />
      {mayWaive && policy.feeCents > 0 && (
        <label htmlFor={id} className="flex items-start gap-2.5">
          <Checkbox id={id} className="mt-0.5" {...form.register("waivesFee")} />
          <span>{text("waive")}</span>
        </label>
      )}
    </>
  );
}
