import { z } from "zod";

export const depositAction = z.enum(["received", "returned"]);
export type DepositAction = z.infer<typeof depositAction>;

export const recordDepositInput = z.object({
  appointmentId: z.uuid(),
  version: z.int().optional(),
  action: depositAction.default("received"),
  /** Without it, all that is still due, or all that may go back. */
  amountCents: z.int().min(1).max(10_000_000).nullish(),
  /** Whoever may decide against the policy gives back what it keeps, and says why. */
  overridesPolicy: z.boolean().optional(),
  reason: z.string().trim().max(500).nullish(),
});
export type RecordDepositInput = z.infer<typeof recordDepositInput>;

/** What was asked for beforehand, and how it stands. */
export const depositView = z.object({
  dueCents: z.int(),
  /** What has come in so far. */
  paidCents: z.int(),
  /** What is still to come in for what takes place; what went back comes in anew. */
  openCents: z.int(),
  /** When all of it had. */
  paidAt: z.date().nullable(),
  /** What fees have taken of it. */
  keptCents: z.int(),
  /** What can go back now, by the rule. */
  refundableCents: z.int(),
  /** What is still here and need not go back: only who may decide against the rule gives it back. */
  withheldCents: z.int(),
  returnedAt: z.date().nullable(),
  returnedCents: z.int().nullable(),
});
export type DepositView = z.infer<typeof depositView>;
