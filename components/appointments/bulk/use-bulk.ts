"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { SaidChanges } from "@/server/appointments/batches/schema";
import type { AppointmentView } from "@/server/appointments/schema";
import { useTRPC } from "../../providers/trpc-provider";
import type { BulkAction } from "./bulk-actions";

interface BulkRun {
  action: BulkAction;
  appointments: AppointmentView[];
  staffId: string | null;
  notifyCustomer: boolean;
  isConfirmed: boolean;
  overridesPolicy?: boolean;
  overrideReason?: string;
}

/** Reminding is a matter of messages, everything else one of the appointments, each as it was seen. */
export function useBulk() {
  const trpc = useTRPC();
  const [asked, setAsked] = useState<AppointmentView[]>([]);
  const refresh = { meta: { refresh: ["appointments", "customers", "availability", "analytics", "notifications"] } };
  const change = useMutation(trpc.appointments.change.mutationOptions(refresh));
  const remind = useMutation(trpc.notifications.remind.mutationOptions(refresh));
  const result: SaidChanges | undefined = change.data ?? remind.data;
  const run = ({ action, appointments, ...rest }: BulkRun) => {
    setAsked(appointments);
    const appointmentIds = appointments.map(({ id }) => id);
    if (action === "remind") return remind.mutate({ appointmentIds });
    const versions = Object.fromEntries(appointments.map(({ id, version }) => [id, version]));
    change.mutate({ action, appointmentIds, versions, ...rest });
  };
  return { result, asked, error: change.error ?? remind.error, isPending: change.isPending || remind.isPending, run };
}
