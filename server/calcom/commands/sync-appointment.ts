import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { calcomSyncOwed, calcomSyncRequested } from "../events";
import { findApiKey } from "../repository/connection";
import { lockEventMap } from "../repository/event-map";
import type { SyncAppointmentInput } from "../schema";

type Wish = SyncAppointmentInput & {
  /** All that are behind were asked for at once: they are not to hold up what is changed meanwhile. */
  isOneOfMany?: boolean;
};

/**
 * Writes an appointment to Cal.com, because a person asked for it: once more what failed before or waits for too long, or what is
 * older than the connection.
 */
export async function syncAppointment(ctx: CompanyContext, { appointmentId, isOneOfMany }: Wish): Promise<void> {
  await transact(ctx, async (tx) => {
    const { calcomSyncStatus, startsAt } = await getAppointmentState(tx, { appointmentId });
    if (!(await findApiKey(tx))) throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_not_connected" });
    const isNew = calcomSyncStatus === "not_linked" && startsAt > tx.now;
    if (calcomSyncStatus !== "failed" && calcomSyncStatus !== "pending" && !isNew) {
      throw new AppError({ code: "INVALID_TRANSITION", reason: "calcom_not_behind" });
    }
    const map = await lockEventMap(tx, appointmentId);
    if (!map) throw notFound("appointment");
    if (map.reviewReason) throw new AppError({ code: "INVALID_TRANSITION", reason: "calcom_waits_for_decision" });
    await recordCalcomSync(tx, { appointmentId, status: "pending" });
    await publish(tx, isOneOfMany ? calcomSyncOwed : calcomSyncRequested, { appointmentId });
    recordAudit(tx, {
      action: "sync_appointments",
      subjectType: "appointment",
      subjectId: appointmentId,
      before: { calcomSyncStatus },
      after: { calcomSyncStatus: "pending" },
    });
  });
}
