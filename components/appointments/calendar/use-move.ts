"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Calendar } from "@/server/appointments/calendar/schema";
import type { AppointmentView, PolicyResult } from "@/server/appointments/schema";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { readRefusal, refusalText } from "../../shared/refusal";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";
import { applyMove, type Move } from "./apply-move";
import type { MoveAsked } from "./move-question";
import { useUndoMove } from "./use-undo-move";

interface Place {
  /** The question whose answer is on screen. */
  input: { date: string; dayCount: number; branchId?: string };
  zone: string;
  /** Whether the customer hears of it. */
  tell: boolean;
}

/** Moves what was dropped: at once on screen, then on the server; a refusal says why and puts it back. What costs asks first. */
export function useMove({ input, zone, tell }: Place) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [text, errors] = [useText("calendar"), useText("errors")];
  const formatters = useFormatters(zone);
  const [question, setQuestion] = useState<MoveAsked | null>(null);
  const mayOverride = useCan("override_appointments");
  const meta = { refresh: ["calendar", "customers", "availability", "analytics", "fees"] };
  const queryKey = trpc.calendar.get.queryKey(input);
  const reschedule = useMutation(trpc.appointments.reschedule.mutationOptions({ meta }));
  const undo = useUndoMove({ tell });

  const show = async (move: Move) => {
    await client.cancelQueries({ queryKey });
    const before = client.getQueryData<Calendar>(queryKey);
    if (before) client.setQueryData<Calendar>(queryKey, applyMove(before, move));
    return () => {
      if (before) client.setQueryData<Calendar>(queryKey, before);
      void client.invalidateQueries({ queryKey });
    };
  };
  const say = ({ entry, durationMinutes }: Move, { appointment, policy }: Moved) => {
    const place = { when: formatters.dateTime(appointment.startsAt), staff: appointment.staff.name };
    const fee = policy.feeCents > 0 && !policy.isFeeWaived;
    toast({
      title: durationMinutes
        ? text("move.resized", { length: formatters.minutes(durationMinutes) })
        : text("move.done", { customer: entry.customerName, ...place }),
      description: [
        ...(fee ? [text("move.fee", { fee: formatters.money(policy.feeCents, appointment.currency) })] : []),
        text(tell ? "move.told" : "move.untold"),
      ].join(" "),
      action: { label: text("move.undo"), onAction: () => void undo(appointment) },
    });
  };
  /** What the rules would say, before anything moves; one that they leave where it is costs nothing. */
  const previewOf = async ({ entry, startsAt }: Move): Promise<PolicyResult | null> => {
    if (startsAt === entry.startsAt) return null;
    const options = trpc.fees.preview.queryOptions({ appointmentId: entry.id, step: "reschedule" }, { staleTime: 0 });
    // Whatever can't be told beforehand is told by the move itself.
    return client.fetchQuery(options).catch(() => null);
  };
  const isToAsk = ({ needsConfirmation, action, isAllowed }: PolicyResult) =>
    needsConfirmation || (action === "block" && !isAllowed && mayOverride);
  const attempt = async (move: Move, answer: Answer | null) => {
    const { entry, startsAt, staffId, durationMinutes } = move;
    const putBack = await show(move);
    const policy = answer ? null : await previewOf(move);
    if (policy && (isToAsk(policy) || policy.feeCents > 0)) {
      putBack();
      return setQuestion({ move, policy });
    }
    const wish = { newStartsAt: new Date(startsAt).toISOString(), notifyCustomer: tell, version: entry.version };
    try {
      const moved = { appointmentId: entry.id, staffId, durationMinutes, isConfirmed: answer !== null };
      const against = answer?.overrideReason && { overridesPolicy: true, overrideReason: answer.overrideReason };
      say(move, await reschedule.mutateAsync({ ...moved, ...wish, ...against }));
    } catch (error) {
      putBack();
      const refused = readRefusal(error).details.policy as PolicyResult | undefined;
      if (refused && isToAsk(refused) && !answer) return setQuestion({ move, policy: refused });
      toast({ title: refusalText(errors, error), tone: "danger" });
    }
  };
  return {
    move: (move: Move) => void attempt(move, null),
    question,
    confirm: ({ move, ...answer }: MoveAsked) => attempt(move, answer),
    dismiss: () => setQuestion(null),
  };
}

/** The yes to what the rules say; against one that blocks it, with a reason. */
type Answer = Pick<MoveAsked, "overrideReason">;

interface Moved {
  appointment: AppointmentView;
  policy: PolicyResult;
}
