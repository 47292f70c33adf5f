"use client";

import { useId } from "react";
import { useFormContext } from "react-hook-form";
import type { PolicyResult } from "@/server/appointments/schema";
import { usePolicyPreview } from "../policies/use-policy-preview";
import { readRefusal } from "../shared/refusal";
import { Checkbox } from "../ui/checkbox";

interface PolicyQuestionProps {
  appointmentId: string;
  step: "cancel" | "reschedule";
  /** What the last attempt was refused with, when there was one. */
  error: unknown;
  /** What the yes is to: "Cancel all the same". */
  label: string;
}

/** A policy that only warns: with a yes the step goes through. What it costs stands in the preview. */
export function PolicyQuestion({ appointmentId, step, error, label }: PolicyQuestionProps) {
  const form = useFormContext();
  const id = useId();
  const preview = usePolicyPreview({ appointmentId, step });
  const refused = error ? (readRefusal(error).details.policy as PolicyResult | undefined) : undefined;
  if (!(refused ?? preview.data)?.needsConfirmation) return null;
  return (
    <label htmlFor={id} className="flex items-start gap-2.5">
      <Checkbox id={id} className="mt-0.5" autoFocus={refused !== undefined} {...form.register("isConfirmed")} />
      <span>{label}</span>
    </label>
  );
}
