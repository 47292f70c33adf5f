import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { countMessages } from "../repository/list";
import type { CountNotificationsInput, NotificationCounts } from "../schema";

/** How many messages wait, how many have failed, and how many went out of those that were made since then. */
export async function countNotifications(
  ctx: CompanyContext,
  input: CountNotificationsInput,
): Promise<NotificationCounts> {
  return transact(ctx, (tx) => countMessages(tx, input));
}
