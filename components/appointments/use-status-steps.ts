"use client";

import { useMutation } from "@tanstack/react-query";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { useCompany } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { refusalText } from "../shared/refusal";
import { useText } from "../shared/use-text";
import { toast } from "../ui/toast-store";
import type { Step } from "./steps";
import { useUndoOffer } from "./undo/use-restore";

type Action = AppointmentDetails["actions"][number];

const PERMISSIONS: Record<Action, string> = {
  confirm: "confirm_appointments",
  start: "start_appointments",
  complete: "complete_appointments",
  no_show: "mark_no_show_appointments",
  cancel: "cancel_appointments",
  reschedule: "reschedule_appointments",
};

/** Whether this person may do it; hides what a click would only refuse. */
export function useMayDo(): (action: Action) => boolean {
  const { permissions } = useCompany();
  return (action) => permissions.includes(PERMISSIONS[action]);
}

/** The steps of one click. The pages follow by themselves; a refusal says why and shows how it stands now. */
export function useStatusSteps() {
  const trpc = useTRPC();
  const text = useText("appointments");
  const errors = useText("errors");
  const offerUndo = useUndoOffer();
  const options = (step: Step) => ({
    meta: { refresh: ["customers", "availability", "analytics"] },
    onSuccess: (_: unknown, { appointmentId }: { appointmentId: string }) =>
      void toast({ title: text(`steps.${step}.done`), ...offerUndo(appointmentId) }),
    onError: (error: unknown) => void toast({ title: refusalText(errors, error), tone: "danger" }),
  });
  return {
    confirm: useMutation(trpc.appointments.confirm.mutationOptions(options("confirm"))),
    start: useMutation(trpc.appointments.start.mutationOptions(options("start"))),
    complete: useMutation(trpc.appointments.complete.mutationOptions(options("complete"))),
    no_show: useMutation(trpc.appointments.markNoShow.mutationOptions(options("no_show"))),
  };
}
