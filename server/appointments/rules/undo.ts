import { z } from "zod";
import type { Refusal } from "@/server/core/errors";
import { MINUTE } from "@/server/core/time";
import type { ModificationType } from "../modifications/schema";
import { type AppointmentStatus, appointmentStatus } from "../schema";
import type { Amounts } from "./discount";
import { isMovable } from "./status";

/** For so long a step can be taken back; what the appointment occupied is kept a little longer. */
export const UNDO_MS = 15 * MINUTE;

/** That a rule was broken belongs to the step beside it, and what is paid is no step. */
export const BESIDE_A_STEP: readonly ModificationType[] = ["violation", "discounted"];

/** What was recorded last, leaving out what stands beside a step. */
export interface LastStep {
  type: string;
  oldValues: unknown;
  newValues: unknown;
  occurredAt: Date;
  actor?: unknown;
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

export const isRefused = (answer: object): answer is Refusal => "code" in answer;

const MOVES = ["rescheduled", "reassigned"];

/** Of a move: only who made it takes it back, as long as nothing else has happened since. */
export function checkMoveUndo({ status, last, now, userId }: UndoFacts & { userId: string }): Refusal | null {
  if (!last || !MOVES.includes(last.type) || !isMovable(status))
    return { code: "INVALID_TRANSITION", reason: "nothing_to_undo", details: { from: status } };
  if (userIn(last.actor) !== userId) return { code: "FORBIDDEN", reason: "own_moves_only" };
  const until = new Date(last.occurredAt.getTime() + UNDO_MS);
  return until <= now ? { code: "INVALID_TRANSITION", reason: "undo_too_late", details: { until } } : null;
}

const amounts = z.object({ priceCents: z.int(), discountCents: z.int() });

/** What it cost before a move that gave it another price; null for all other moves. */
export const pricesBefore = (last: LastStep | null): Amounts | null => amounts.safeParse(last?.oldValues).data ?? null;

function userIn(actor: unknown): unknown {
  return typeof actor === "object" && actor !== null && "userId" in actor ? actor.userId : null;
}

/** What a page offers: where it would go back to, and until when. */
export function undoOf(facts: UndoFacts): Undo | null {
  const answer = readUndo(facts);
  return isRefused(answer) ? null : answer;
}

function statusIn(values: unknown): AppointmentStatus | null {
  const status = typeof values === "object" && values !== null && "status" in values ? values.status : null;
  return appointmentStatus.safeParse(status).data ?? null;
}
