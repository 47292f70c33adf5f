"use client";

import { useMutation } from "@tanstack/react-query";
import type { AppointmentView } from "@/server/appointments/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { refusalText } from "../../shared/refusal";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";

/** Takes a move back: time, people and rooms are what they were, and what it cost is owed no longer. */
export function useUndoMove({ tell }: { tell: boolean }) {
  const [text, errors] = [useText("calendar"), useText("errors")];
  const meta = { refresh: ["calendar", "customers", "availability", "analytics", "fees"] };
  const undo = useMutation(useTRPC().appointments.undoReschedule.mutationOptions({ meta }));
  return async ({ id, version }: Pick<AppointmentView, "id" | "version">) => {
    try {
      await undo.mutateAsync({ appointmentId: id, version, notifyCustomer: tell });
      toast({ title: text("move.undone") });
    } catch (error) {
      toast({ title: refusalText(errors, error), tone: "danger" });
    }
  };
}
