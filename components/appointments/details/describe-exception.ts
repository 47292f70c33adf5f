import type { Change } from "./describe-change";

const RULES = [
  ...["short_notice", "moved_too_often", "too_many_cancellations"],
  ...["too_many_bookings", "too_many_active_bookings", "too_many_no_shows"],
];

export interface ExceptionWords {
  /** Message keys below `history.against`. */
  keys: string[];
  reason: string | null;
}

/** What somebody decided against in this step, and why; null for an ordinary one. A broken rule stands with its step already. */
export function describeException({ type, newValues }: Pick<Change, "type" | "newValues">): ExceptionWords | null {
  if (type === "violation" || !newValues) return null;
  const { overriddenRule, ignoresWorkingHours, isDepositWaived, overrideReason } = newValues;
  const keys = [
    ...(typeof overriddenRule === "string" ? [RULES.find((rule) => rule === overriddenRule) ?? "other"] : []),
    ...(ignoresWorkingHours === true ? ["outside"] : []),
    ...(isDepositWaived === true ? ["deposit"] : []),
  ];
  if (keys.length === 0) return null;
  return { keys, reason: typeof overrideReason === "string" ? overrideReason : null };
}
