import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countMessages } from "../repository/list";
import type { NotificationCounts } from "../schema";

/** How many messages wait, and how many have failed. */
export async function countNotifications(ctx: CompanyContext): Promise<NotificationCounts> {
  return transact(ctx, countMessages);
}
