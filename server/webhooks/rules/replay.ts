import { DAY, MINUTE } from "@/server/core/time";
import type { WebhookStatus } from "../schema";

/** Whoever still waits after so long has lost the job that would see to it. */
const FORGOTTEN_MS = 30 * MINUTE;

/** What failed is tried again for so long by itself, and for so long because somebody asks for all of it. */
export const RETRIED_FOR_MS = DAY;
export const ASKED_FOR_MS = 7 * DAY;

export interface Replayable {
  status: WebhookStatus;
  receivedAt: Date;
  hasPayload: boolean;
}

/** Whether a delivery may be worked through once more: never one that was turned away, and of a repeat the first one. */
export function canReplay({ status, receivedAt, hasPayload }: Replayable, now: Date): boolean {
  if (!hasPayload) return false;
  if (status === "received") return now.getTime() - receivedAt.getTime() > FORGOTTEN_MS;
  return status === "processed" || status === "failed";
}
