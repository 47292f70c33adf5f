"use client";

import type { PolicyType } from "@/server/policies/schema";
import { useText } from "../shared/use-text";
import { CompanyPolicy } from "./company-policy";
import { Exceptions } from "./exceptions";
import { TryOut } from "./try-out";

/** What a step of an appointment is, in the kinds that are about one. */
const STEP_OF: Partial<Record<PolicyType, "cancel" | "reschedule" | "no_show">> = {
  cancellation: "cancel",
  reschedule: "reschedule",
  no_show: "no_show",
};

/** The company's word, who differs from it, and a place to try it out. */
export function PolicySection({ type }: { type: PolicyType }) {
  const text = useText("policies");
  const step = STEP_OF[type];
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-muted-foreground">{text(`hints.${type}`)}</p>
      <div className="grid items-start gap-4 xl:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
          <CompanyPolicy type={type} />
          <Exceptions type={type} />
        </div>
        {step && <TryOut step={step} />}
      </div>
    </div>
  );
}
