import { decisionsOn } from "@/server/appointments/fees/rules";
import type { FeeStatus } from "@/server/appointments/fees/schema";

export const FEE_ACTIONS = ["release", "waive", "settle"] as const;
export type FeeAction = (typeof FEE_ACTIONS)[number];

const LEADS_TO: Record<FeeAction, FeeStatus> = { release: "released", waive: "waived", settle: "paid" };

/** Whether it can still be decided so. */
export const isPossible = (action: FeeAction, status: FeeStatus): boolean =>
  decisionsOn(status).includes(LEADS_TO[action]);
