import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { listFailedMessageIds } from "../repository/list";
import type { RetriedNotifications } from "../schema";
import { retryNotification } from "./retry-notification";

const AT_A_TIME = 200;

/** Sends every message once more that failed, because a person asked for it; says how many. */
export async function retryFailedNotifications(ctx: CompanyContext): Promise<RetriedNotifications> {
  const ids = await transact(ctx, (tx) => listFailedMessageIds(tx, { limit: AT_A_TIME }));
  let queued = 0;
  for (const notificationId of ids) if (await isRetried(ctx, notificationId)) queued++;
  await transact(ctx, async (tx) =>
    recordAudit(tx, { action: "retry_notifications", subjectType: "notification", after: { queued } }),
  );
  return { queued };
}

/** Somebody else may have been quicker. */
async function isRetried(ctx: CompanyContext, notificationId: string): Promise<boolean> {
  try {
    await retryNotification(ctx, { notificationId });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return false;
    throw error;
  }
}
