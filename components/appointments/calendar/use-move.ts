"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Calendar } from "@/server/appointments/calendar/schema";
import type { PolicyResult } from "@/server/appointments/schema";
import { MINUTE } from "@/server/core/time-zone";
import { useTRPC } from "../../providers/trpc-provider";
import { readRefusal, refusalText } from "../../shared/refusal";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";
import { applyMove, type Move } from "./apply-move";

interface Place {
  /** The question whose answer is on screen. */
  input: { date: string; dayCount: number; branchId?: string };
  zone: string;
  /** Whether the customer hears of it. */
  tell: boolean;
}

interface Attempt {
  move: Move;
  version: number;
  isConfirmed?: boolean;
  /** Takes the last one back: nobody is offered to take that back. */
  isUndo?: boolean;
}

/** Moves what was dropped: at once on screen, then on the server; a refusal says why and puts it back. */
export function useMove({ input, zone, tell }: Place) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [text, errors] = [useText("calendar"), useText("errors")];
  const formatters = useFormatters(zone);
  const queryKey = trpc.calendar.get.queryKey(input);
  const meta = { refresh: ["calendar", "customers", "availability", "analytics", "fees"] };
  const reschedule = useMutation(trpc.appointments.reschedule.mutationOptions({ meta }));

  const attempt = async ({ move, version, isConfirmed = false, isUndo = false }: Attempt) => {
    const { entry, startsAt, staffId, durationMinutes } = move;
    await client.cancelQueries({ queryKey });
    const before = client.getQueryData<Calendar>(queryKey);
    if (before) client.setQueryData<Calendar>(queryKey, applyMove(before, move));
    const wish = { newStartsAt: new Date(startsAt).toISOString(), notifyCustomer: tell, isConfirmed, version };
    try {
      const { appointment } = await reschedule.mutateAsync({
        appointmentId: entry.id,
        staffId,
        durationMinutes,
        ...wish,
      });
      if (isUndo) return void toast({ title: text("move.undone") });
      const place = { when: formatters.dateTime(appointment.startsAt), staff: appointment.staff.name };
      toast({
        title: durationMinutes
          ? text("move.resized", { length: formatters.minutes(durationMinutes) })
          : text("move.done", { customer: entry.customerName, ...place }),
        description: text(tell ? "move.told" : "move.untold"),
        action: {
          label: text("move.undo"),
          onAction: () =>
            void attempt({ ...backOf(move), version: appointment.version, isConfirmed: true, isUndo: true }),
        },
      });
    } catch (error) {
      if (before) client.setQueryData<Calendar>(queryKey, before);
      void client.invalidateQueries({ queryKey });
      const policy = readRefusal(error).details.policy as PolicyResult | undefined;
      const anyway = () => void attempt({ move, version, isConfirmed: true });
      toast({
        title: refusalText(errors, error),
        tone: policy?.needsConfirmation ? "warning" : "danger",
        ...(policy?.needsConfirmation ? { action: { label: text("move.anyway"), onAction: anyway } } : {}),
      });
    }
  };
  return (move: Move) => void attempt({ move, version: move.entry.version });
}

/** The way back: to where, to whom and to how long it was. */
function backOf({ entry, startsAt, staffId, durationMinutes }: Move): { move: Move } {
  const now = { ...entry, startsAt, staffId: staffId ?? entry.staffId };
  const length = durationMinutes ? { durationMinutes: Math.round((entry.endsAt - entry.startsAt) / MINUTE) } : {};
  return { move: { entry: now, startsAt: entry.startsAt, ...(staffId ? { staffId: entry.staffId } : {}), ...length } };
}
