import type { PolicyField } from "@/server/policies/schema";

export type FieldKind =
  | "hours"
  | "minutes"
  | "days"
  | "times"
  | "noShows"
  | "count"
  | "percent"
  | "money"
  | "action"
  | "yesNo";

/** How each field is written and read. */
export const FIELD_KINDS: Record<PolicyField, FieldKind> = {
  minHoursNotice: "hours",
  feeCents: "money",
  feePercent: "percent",
  maxFreePerMonth: "count",
  maxPerBooking: "times",
  violationAction: "action",
  minLength: "count",
  maxLength: "count",
  skipAllowed: "yesNo",
  maxSkipsPerSeries: "count",
  minNoticeMinutes: "minutes",
  maxHorizonDays: "days",
  maxActivePerCustomer: "count",
  maxPerHour: "count",
  requirePhoneVerification: "yesNo",
  blockAfter: "noShows",
  requireDepositAfter: "noShows",
  percent: "percent",
  cents: "money",
  refundableUntilHours: "hours",
};

/** Where "none" is a word of its own: no amount, no limit. */
export const MAY_BE_NONE: readonly PolicyField[] = [
  ...(["feeCents", "feePercent", "maxFreePerMonth", "minNoticeMinutes", "maxHorizonDays"] as const),
  ...(["maxActivePerCustomer", "blockAfter", "requireDepositAfter", "percent", "cents"] as const),
];

/** Where "none" means that there is no end to it. */
export const UNLIMITED: readonly PolicyField[] = ["maxFreePerMonth", "maxActivePerCustomer"];
