import { replanSession } from "@/server/availability/classes/commands/replan-session";
import { requireTeacher } from "@/server/availability/classes/commands/require-class-parts";
import { requireComingSession } from "@/server/availability/classes/commands/require-session";
import type { SubstituteTeacherInput } from "@/server/availability/classes/schema";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listComingRows } from "../repository";
import type { ChangedSession } from "../schema";
import { moveParticipant } from "./move-participant";

/** Somebody else teaches; whoever takes part hears of it only when that is asked for. Who teaches it already changes nothing. */
export async function substituteTeacher(ctx: CompanyContext, input: SubstituteTeacherInput): Promise<ChangedSession> {
  return transact(ctx, async (tx) => {
    const before = await requireComingSession(tx, input);
    const { classSessionId: sessionId, staffId, isConfirmed, notifyCustomer = false, reason } = input;
    const { startsAt, endsAt, service, branch } = before;
    if (staffId === before.staff.id) return { participants: 0 };
    const held = before.resourceOccupancies.map(({ resource }) => resource.id);
    await requireTeacher(tx, { serviceId: service.id, branchId: branch.id, staffId });
    await replanSession(tx, { before, startsAt, endsAt, staffId, resourceIds: held, isConfirmed });
    const participants = await listComingRows(tx, sessionId);
    for (const participant of participants) {
      await moveParticipant(tx, {
        participant,
        to: { startsAt, endsAt, staffId },
        telling: { reason, notifyCustomer },
      });
    }
    recordAudit(tx, {
      action: "reschedule_appointments",
      subjectType: "class_session",
      subjectId: sessionId,
      before: { staffId: before.staff.id },
      after: { staffId, reason: reason ?? null, participants: participants.length },
    });
    return { participants: participants.length };
  });
}
