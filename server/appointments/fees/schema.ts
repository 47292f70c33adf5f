import { z } from "zod";
import { listOrder, pageInput, pageOf } from "@/server/core/page";
import { feeExplanation, policyResult } from "@/server/policies/rules/verdict";

export const feeKind = z.enum(["cancellation", "reschedule", "no_show"]);
export type FeeKind = z.infer<typeof feeKind>;
export const feeStatus = z.enum(["open", "released", "waived", "paid"]);
export type FeeStatus = z.infer<typeof feeStatus>;

export const listFeesInput = z.object({
  customerId: z.uuid().optional(),
  appointmentId: z.uuid().optional(),
  status: z.array(feeStatus).optional(),
  order: listOrder.optional(),
  ...pageInput,
});
export type ListFeesInput = z.infer<typeof listFeesInput>;

export const decideFeeInput = z.object({
  feeId: z.uuid(),
  reason: z.string().trim().max(500).nullish(),
  version: z.int().optional(),
});
export type DecideFeeInput = z.infer<typeof decideFeeInput>;

export const feeView = z.object({
  id: z.uuid(),
  kind: feeKind,
  status: feeStatus,
  amountCents: z.int(),
  /** What a deposit has covered of it already. */
  fromDepositCents: z.int(),
  openCents: z.int(),
  currency: z.string(),
  reason: z.string(),
  explanation: feeExplanation.nullable(),
  customer: z.object({ id: z.uuid(), name: z.string() }),
  appointment: z.object({ id: z.uuid(), startsAt: z.date(), timezone: z.string(), serviceName: z.string() }),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decisionReason: z.string().nullable(),
  version: z.int(),
  createdAt: z.date(),
});
export type FeeView = z.infer<typeof feeView>;
export const feePage = pageOf(feeView);

export const previewFeeInput = z.object({
  appointmentId: z.uuid(),
  /** What somebody is about to do. */
  step: z.enum(["cancel", "reschedule", "no_show"]),
});
/** What the step would be answered with. */
export const feePreview = policyResult;
export type PreviewFeeInput = z.infer<typeof previewFeeInput>;
