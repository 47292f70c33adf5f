import type { Refusal } from "@/server/core/errors";
import type { FeeStatus } from "./schema";

/** An open item is released to be charged or let go; what was released may still be let go, or has been paid. */
const NEXT: Record<FeeStatus, readonly FeeStatus[]> = {
  open: ["released", "waived", "paid"],
  released: ["waived", "paid"],
  waived: [],
  paid: [],
};

export function checkDecision(from: FeeStatus, to: FeeStatus): Refusal | null {
  if (NEXT[from].includes(to)) return null;
  return { code: "INVALID_TRANSITION", reason: `fee_is_${from}`, details: { from, to } };
}

/** What may be decided about it now. */
export const decisionsOn = (status: FeeStatus): readonly FeeStatus[] => NEXT[status];
