import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { MINUTE } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { findApiKey } from "../repository/connection";
import { listBehind } from "../repository/event-map";
import type { SyncedAppointments } from "../schema";
import { syncAppointment } from "./sync-appointment";

const AT_A_TIME = 200;

/** Writes every appointment to Cal.com once more that is behind there, because a person asked for it; says how many. */
export async function syncBehindAppointments(ctx: CompanyContext): Promise<SyncedAppointments> {
  const place = { waitingSince: new Date(ctx.now.getTime() - MINUTE), failingSince: new Date(0), limit: AT_A_TIME };
  const ids = await transact(ctx, async (tx) => {
    if (!(await findApiKey(tx))) throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_not_connected" });
    return listBehind(tx, { ...place, isAsked: true });
  });
  let queued = 0;
  for (const appointmentId of ids) if (await isSyncAsked(ctx, appointmentId)) queued++;
  await transact(ctx, async (tx) =>
    recordAudit(tx, { action: "sync_appointments", subjectType: "appointment", after: { queued } }),
  );
  return { queued };
}

/** What waits for a decision, or is somebody else's, is left as it is. */
export async function isSyncAsked(ctx: CompanyContext, appointmentId: string): Promise<boolean> {
  try {
    await syncAppointment(ctx, { appointmentId, isOneOfMany: true });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return false;
    throw error;
  }
}
