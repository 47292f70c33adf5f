import { z } from "zod";

/** What a rule does with whoever breaks it. */
export const violationAction = z.enum(["warn", "block", "charge_fee"]);
export type ViolationAction = z.infer<typeof violationAction>;

/** Why a fee is what it is: enough to say it in any language. */
export const feeExplanation = z.object({
  basis: z.enum(["fixed", "percent"]),
  percent: z.number().nullable(),
  priceCents: z.int(),
  amountCents: z.int(),
  /** What a deposit that is already paid covers of it. */
  fromDepositCents: z.int(),
  openCents: z.int(),
});
export type FeeExplanation = z.infer<typeof feeExplanation>;

/** What a rule says to a wish, and why. */
export const policyResult = z.object({
  isAllowed: z.boolean(),
  isViolation: z.boolean(),
  feeCents: z.int(),
  reason: z.string().nullable(),
  needsConfirmation: z.boolean(),
  /** What the rule does with a violation; null when there is none. */
  action: violationAction.nullable(),
  fee: feeExplanation.nullable(),
  /** The fee was due, and somebody with the right to it let it go. */
  isFeeWaived: z.boolean(),
  /** Of a deposit that is paid, what goes back. */
  refundableCents: z.int(),
  /** Free cancellations of this customer in this month, before this one; null when nobody counts. */
  freeLeft: z.int().nullable(),
  minHoursNotice: z.number().nullable(),
});
export type PolicyResult = z.infer<typeof policyResult>;

export const FINE: PolicyResult = {
  isAllowed: true,
  isViolation: false,
  feeCents: 0,
  reason: null,
  needsConfirmation: false,
  action: null,
  fee: null,
  isFeeWaived: false,
  refundableCents: 0,
  freeLeft: null,
  minHoursNotice: null,
};
