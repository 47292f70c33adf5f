"use client";

import { useId } from "react";
import { useFormContext } from "react-hook-form";
import type { PolicyResult } from "@/server/appointments/schema";
import { usePolicyPreview } from "../policies/use-policy-preview";
import { readRefusal } from "../shared/refusal";
import { useText } from "../shared/use-text";
import { Checkbox } from "../ui/checkbox";
import { OverrideFields } from "./override/override-fields";

interface PolicyQuestionProps {
  appointmentId: string;
  step: "cancel" | "reschedule";
  /** What the last attempt was refused with, when there was one. */
  error: unknown;
  /** What the yes is to: "Cancel all the same". */
  label: string;
}

/**
 * A policy that only warns: with a yes the step goes through. One that blocks it: whoever may decides against it, and says why.
 * What it costs stands in the preview.
 */
export function PolicyQuestion({ appointmentId, step, error, label }: PolicyQuestionProps) {
  const form = useFormContext();
  const id = useId();
  const text = useText("appointments");
  const preview = usePolicyPreview({ appointmentId, step });
  const refused = error ? (readRefusal(error).details.policy as PolicyResult | undefined) : undefined;
  const policy = refused ?? preview.data;
  if (policy?.action === "block" && !policy.isAllowed) {
    return <OverrideFields name="overridesPolicy" label={text("override.anyway")} autoFocus={refused !== undefined} />;
  }
  if (!policy?.needsConfirmation) return null;
  return (
    <label htmlFor={id} className="flex items-start gap-2.5">
      <Checkbox id={id} className="mt-0.5" autoFocus={refused !== undefined} {...form.register("isConfirmed")} />
      <span>{label}</span>
    </label>
  );
}
