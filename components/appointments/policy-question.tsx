"use client";

import { useId } from "react";
import { useFormContext } from "react-hook-form";
import type { PolicyResult } from "@/server/appointments/schema";
import { readRefusal } from "../shared/refusal";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Checkbox } from "../ui/checkbox";

interface PolicyQuestionProps {
  /** What the last attempt was refused with. */
  error: unknown;
  /** What the yes is to: "Cancel all the same". */
  label: string;
  currency: string;
}

/** A policy that only warns: with a yes, and perhaps a fee, the next attempt goes through. */
export function PolicyQuestion({ error, label, currency }: PolicyQuestionProps) {
  const text = useText("appointments");
  const formatters = useFormatters();
  const form = useFormContext();
  const id = useId();
  const policy = readRefusal(error).details.policy as PolicyResult | undefined;
  if (!policy?.needsConfirmation) return null;
  return (
    <label htmlFor={id} className="flex items-start gap-2.5">
      <Checkbox id={id} className="mt-0.5" autoFocus {...form.register("isConfirmed")} />
      <span>
        {label}
        {policy.feeCents > 0 && (
          <span className="block text-muted-foreground text-sm">
            {text("cancel.fee", { fee: formatters.money(policy.feeCents, currency) })}
          </span>
        )}
      </span>
    </label>
  );
}
