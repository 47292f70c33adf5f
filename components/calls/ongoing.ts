import type { CallView } from "@/server/calls/schema";

/** What the provider calls registered is ringing. */
export const ONGOING: CallView["status"][] = ["registered", "ongoing"];

export function isOngoing({ status }: Pick<CallView, "status">): boolean {
  return ONGOING.includes(status);
}
