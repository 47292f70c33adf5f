import type { NotificationStatus } from "../schema";

const RANK: Record<NotificationStatus, number> = {
  scheduled: 0,
  pending: 1,
  sending: 2,
  sent: 3,
  failed: 4,
  delivered: 5,
  cancelled: 6,
  suppressed: 6,
};

/** What providers report arrives in any order and any number of times: a status only ever moves forward. */
export function isForward(from: NotificationStatus, to: NotificationStatus): boolean {
  return RANK[to] > RANK[from];
}

/** Not gone out yet, and nobody decided against it. */
export const WAITING: readonly NotificationStatus[] = ["scheduled", "pending", "sending"];

export function isWaiting(status: NotificationStatus): boolean {
  return WAITING.includes(status);
}
