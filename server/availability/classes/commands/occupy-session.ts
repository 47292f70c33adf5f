import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { DAY, MINUTE } from "@/server/core/time";
import { loadOpening } from "../../repository/load-opening";
import { isBusyElsewhere, loadAbsences } from "../repository/people-and-places";
import { takeSessionResources, takeTeacher } from "../repository/write";
import { checkSession } from "../rules/check-session";

export interface SessionPlan {
  sessionId: string;
  branchId: string;
  staffId: string;
  startsAt: Date;
  endsAt: Date;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  resourceIds: string[];
  isConfirmed: boolean;
}

/** Takes the teacher's time and the rooms for a session, buffers included: all of it, or the reason why not is thrown. */
export async function occupySession(tx: TransactionContext, plan: SessionPlan): Promise<void> {
  const { sessionId, branchId, staffId, startsAt, endsAt, resourceIds, isConfirmed } = plan;
  const range = { from: startsAt, until: endsAt };
  const { zone, opening, holidays } = await loadOpening(tx, { branchId, ...dayAround(range) });
  const refusal = checkSession({
    startsAt: startsAt.getTime(),
    endsAt: endsAt.getTime(),
    now: tx.now.getTime(),
    ...{ zone, holidays, isConfirmed, closures: opening.exceptions },
    absences: await loadAbsences(tx, { staffId, ...range }),
  });
  if (refusal) throw new AppError(refusal);
  const blockedFrom = new Date(startsAt.getTime() - plan.bufferBeforeMinutes * MINUTE);
  const blockedUntil = new Date(endsAt.getTime() + plan.bufferAfterMinutes * MINUTE);
  const busy = { staffId, from: blockedFrom.getTime(), until: blockedUntil.getTime() };
  const isFree =
    !(await isBusyElsewhere(tx, busy)) && (await takeTeacher(tx, { sessionId, staffId, blockedFrom, blockedUntil }));
  if (!isFree) throw new AppError({ code: "APPOINTMENT_CONFLICT", reason: "teacher_taken" });
  if (resourceIds.length === 0) return;
  const hasRoom = await takeSessionResources(tx, { sessionId, resourceIds, blockedFrom, blockedUntil });
  if (!hasRoom) throw new AppError({ code: "APPOINTMENT_CONFLICT", reason: "resource_taken" });
}

/** Holidays are days by the branch's clock: the range's own day, wherever its midnight lies. */
function dayAround({ from, until }: { from: Date; until: Date }) {
  return { from: new Date(from.getTime() - DAY), until: new Date(until.getTime() + DAY) };
}
