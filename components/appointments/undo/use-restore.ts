"use client";

import { useMutation } from "@tanstack/react-query";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { refusalText } from "../../shared/refusal";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";

/** Takes the last step of an appointment back; what was sent about it stays sent, and the answer says so. */
export function useRestore() {
  const text = useText("appointments");
  return useMutation(
    useTRPC().appointments.restore.mutationOptions({
      meta: { refresh: ["customers", "availability", "analytics", "notifications"] },
      onSuccess: ({ status }) =>
        void toast({ title: text("undo.done", { status: text(`status.${status}`) }), description: text("undo.sent") }),
    }),
  );
}

/** What a toast offers after a step; nothing for whoever may not take steps back. */
export function useUndoOffer() {
  const text = useText("appointments");
  const errors = useText("errors");
  const restore = useRestore();
  const canRestore = useCan("restore_appointments");
  return (appointmentId: string) => {
    if (!canRestore) return {};
    const onError = (error: unknown) => void toast({ title: refusalText(errors, error), tone: "danger" });
    return { action: { label: text("undo.action"), onAction: () => restore.mutate({ appointmentId }, { onError }) } };
  };
}
