import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findApiKey } from "../repository/connection";
import { countUnwrittenRows, listUnwrittenIds } from "../repository/unwritten";
import type { SyncedUnwritten } from "../schema";
import { isSyncAsked } from "./sync-behind-appointments";

const AT_A_TIME = 200;

/** Writes to Cal.com what is older than the connection, because a person asked for it; says how many, and how many are left. */
export async function syncUnwritten(ctx: CompanyContext): Promise<SyncedUnwritten> {
  const ids = await transact(ctx, async (tx) => {
    if (!(await findApiKey(tx))) throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_not_connected" });
    return listUnwrittenIds(tx, AT_A_TIME);
  });
  let queued = 0;
  for (const appointmentId of ids) if (await isSyncAsked(ctx, appointmentId)) queued++;
  return transact(ctx, async (tx) => {
    recordAudit(tx, { action: "sync_appointments", subjectType: "appointment", after: { queued } });
    return { queued, left: await countUnwrittenRows(tx) };
  });
}
