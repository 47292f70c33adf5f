import type { Refusal } from "@/server/core/errors";
import { MINUTE } from "@/server/core/time";
import { type AppointmentStatus, appointmentStatus } from "../schema";

/** For so long a step can be taken back; what the appointment occupied is kept a little longer. */
export const UNDO_MS = 15 * MINUTE;

/** What was recorded last, leaving out that a rule was broken: it belongs to the step beside it. */
export interface LastStep {
  type: string;
  oldValues: unknown;
  newValues: unknown;
  occurredAt: Date;
}

export interface Undo {
  to: AppointmentStatus;
  until: Date;
}

interface UndoFacts {
  status: AppointmentStatus;
  last: LastStep | null;
  now: Date;
}

const STEPS = ["status_changed", "cancelled"];

/** Where the appointment stood before its last step; a refusal when there is none to take back, or no more time for it. */
export function readUndo({ status, last, now }: UndoFacts): Undo | Refusal {
  const to = last && STEPS.includes(last.type) && statusIn(last.newValues) === status ? statusIn(last.oldValues) : null;
  if (!last || !to) return { code: "INVALID_TRANSITION", reason: "nothing_to_undo", details: { from: status } };
  const until = new Date(last.occurredAt.getTime() + UNDO_MS);
  if (until <= now) return { code: "INVALID_TRANSITION", reason: "undo_too_late", details: { until } };
  return { to, until };
}

export const isRefused = (answer: Undo | Refusal): answer is Refusal => "code" in answer;

/** What a page offers: where it would go back to, and until when. */
export function undoOf(facts: UndoFacts): Undo | null {
  const answer = readUndo(facts);
  return isRefused(answer) ? null : answer;
}

function statusIn(values: unknown): AppointmentStatus | null {
  const status = typeof values === "object" && values !== null && "status" in values ? values.status : null;
  return appointmentStatus.safeParse(status).data ?? null;
}
