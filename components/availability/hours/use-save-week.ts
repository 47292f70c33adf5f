"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { planOn } from "@/server/availability/hours/rules/plans";
import type { HoursPlan, HoursView } from "@/server/availability/hours/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";
import type { WeekDraft } from "./use-week-draft";

interface SaveOptions {
  today: string;
  /** With the week that holds where the one that was written begins. */
  onSaved: (plan: HoursPlan) => void;
}

/** Sends a week, and once more with a yes when appointments would lie outside. */
export function useSaveWeek(hours: HoursView, { today, onSaved }: SaveOptions) {
  const text = useText("working-hours");
  const trpc = useTRPC();
  const sent = useRef<WeekDraft>(null);
  const onSuccess = ({ plans }: HoursView) => {
    toast({ title: text("editor.saved", { name: hours.name }) });
    const plan = planOn(plans, sent.current?.validFrom ?? today) ?? plans[0];
    if (plan) onSaved(plan);
  };
  const meta = { refresh: ["availability"] };
  const branch = useMutation(trpc.workingHours.setBranchWeek.mutationOptions({ onSuccess, meta }));
  const staff = useMutation(trpc.workingHours.setStaffWeek.mutationOptions({ onSuccess, meta }));
  const { error, isPending, reset } = hours.staffId ? staff : branch;
  const send = (draft: WeekDraft, isConfirmed: boolean) => {
    sent.current = draft;
    const { staffId, branchId, version } = hours;
    const { days, validFrom, validUntil } = draft;
    const week = { days, validFrom, validUntil, version, isConfirmed };
    if (staffId) staff.mutate({ staffId, branchId, ...week });
    else if (branchId) branch.mutate({ branchId, ...week });
  };
  /** What held before a planned week goes on in its place. */
  const discard = (plan: HoursPlan) => {
    const before = hours.plans[hours.plans.findIndex(({ validFrom }) => validFrom === plan.validFrom) - 1];
    if (before) send({ ...plan, days: before.days }, false);
  };
  return { send, discard, confirm: () => sent.current && send(sent.current, true), error, isPending, reset };
}
