import type { SuccessfulCall } from "@/server/integrations/schema";

/** What an answer says of the requests that are left until the allowance is new. */
export interface Quota {
  /** Null where it is not told. */
  limit: number | null;
  remaining: number;
  resetSeconds: number;
}

/** So many of each minute's 120 requests are left to what people wait for; of a smaller allowance the same share. */
const RESERVED = 20;
const SHARE = 6;

/** How long nothing more should be asked that nobody waits for. */
export function restAfter(quota: Quota | null): number {
  if (!quota) return 0;
  const reserved = quota.limit === null ? RESERVED : Math.min(RESERVED, Math.ceil(quota.limit / SHARE));
  return quota.remaining < reserved ? quota.resetSeconds : 0;
}

/** A call that was answered, with what its answer says about the next ones. */
export function toSuccess(quota: Quota | null): SuccessfulCall {
  const restSeconds = restAfter(quota);
  const pause = quota?.remaining === 0 ? { pauseSeconds: quota.resetSeconds } : {};
  return { kind: "success", ...pause, ...(restSeconds > 0 ? { restSeconds } : {}) };
}
