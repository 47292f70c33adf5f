import { replanSession } from "@/server/availability/classes/commands/replan-session";
import { requireResources } from "@/server/availability/classes/commands/require-class-parts";
import { requireComingSession } from "@/server/availability/classes/commands/require-session";
import type { MoveSessionInput } from "@/server/availability/classes/schema";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listComingRows } from "../repository";
import type { ChangedSession } from "../schema";
import { moveParticipant } from "./move-participant";

/** Moves a session with everybody who takes part: all of it, or none. Each of them is told once, and nobody where it stays as it is. */
export async function moveSession(ctx: CompanyContext, input: MoveSessionInput): Promise<ChangedSession> {
  return transact(ctx, async (tx) => {
    const before = await requireComingSession(tx, input);
    const { classSessionId: sessionId, newStartsAt: startsAt, isConfirmed } = input;
    if (startsAt.getTime() === before.startsAt.getTime() && !input.resourceIds) return { participants: 0 };
    const lasts = before.endsAt.getTime() - before.startsAt.getTime();
    const endsAt = new Date(startsAt.getTime() + lasts);
    const held = before.resourceOccupancies.map(({ resource }) => resource.id);
    const resourceIds = await requireResources(tx, {
      resourceIds: input.resourceIds ?? held,
      branchId: before.branch.id,
    });
    const staffId = before.staff.id;
    await replanSession(tx, { before, startsAt, endsAt, staffId, resourceIds, isConfirmed });
    const participants = await listComingRows(tx, sessionId);
    for (const participant of participants) {
      await moveParticipant(tx, { participant, to: { startsAt, endsAt, staffId }, telling: input });
    }
    recordAudit(tx, {
      action: "reschedule_appointments",
      subjectType: "class_session",
      subjectId: sessionId,
      before: { startsAt: before.startsAt, resourceIds: held },
      after: { startsAt, resourceIds, reason: input.reason ?? null, participants: participants.length },
    });
    return { participants: participants.length };
  });
}
