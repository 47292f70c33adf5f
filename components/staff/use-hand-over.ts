"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { AppointmentView } from "@/server/appointments/schema";
import { useTRPC } from "../providers/trpc-provider";
import { refusalText } from "../shared/refusal";
import { useText } from "../shared/use-text";

/** Gives an appointment to the first of some people who is free at its time; what the last one said stands beside it. */
export function useHandOver() {
  const errors = useText("errors");
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const move = useMutation(
    useTRPC().appointments.reschedule.mutationOptions({ meta: { refresh: ["staff", "availability", "customers"] } }),
  );
  const note = (appointmentId: string, message: string | null) =>
    setRefusals((before) => {
      const after = new Map(before);
      if (message === null) after.delete(appointmentId);
      else after.set(appointmentId, message);
      return after;
    });
  const hand = async ({ id: appointmentId, startsAt, version }: AppointmentView, candidates: string[]) => {
    setBusy(true);
    note(appointmentId, null);
    const newStartsAt = startsAt.toISOString();
    let refused: unknown = null;
    for (const staffId of candidates) {
      refused = await move
        .mutateAsync({ appointmentId, newStartsAt, staffId, version, isConfirmed: true })
        .then(() => null)
        .catch((error: unknown) => error ?? new Error());
      if (refused === null) break;
    }
    if (refused !== null) note(appointmentId, refusalText(errors, refused));
    setBusy(false);
  };
  return { hand, isBusy, refusals };
}
