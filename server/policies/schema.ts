import { z } from "zod";

export const violationAction = z.enum(["warn", "block", "charge_fee"]);

export const cancellationPolicy = z.object({
  minHoursNotice: z.number().min(0).default(24),
  feeCents: z.int().min(0).default(0),
  feePercent: z.number().min(0).max(100).default(0),
  maxFreePerMonth: z.int().min(0).default(2),
  violationAction: violationAction.default("warn"),
});
export type CancellationPolicy = z.infer<typeof cancellationPolicy>;

export const reschedulePolicy = z.object({
  minHoursNotice: z.number().min(0).default(12),
  maxPerBooking: z.int().min(0).default(3),
  violationAction: violationAction.default("warn"),
});
export type ReschedulePolicy = z.infer<typeof reschedulePolicy>;

export const bookingPolicy = z.object({
  minNoticeMinutes: z.int().min(0).nullable().default(null),
  maxHorizonDays: z.int().min(1).nullable().default(null),
  maxActivePerCustomer: z.int().min(1).nullable().default(null),
  maxPerHour: z.int().min(1).default(5),
  requirePhoneVerification: z.boolean().default(false),
});
export type BookingPolicy = z.infer<typeof bookingPolicy>;

export const POLICY_SCHEMAS = {
  cancellation: cancellationPolicy,
  reschedule: reschedulePolicy,
  booking: bookingPolicy,
} as const;
export type PolicyType = keyof typeof POLICY_SCHEMAS;
export type PolicyOf<T extends PolicyType> = z.output<(typeof POLICY_SCHEMAS)[T]>;

/** What a policy is asked for: the first of staff, service, branch and company that sets a field wins. */
export interface PolicySubject {
  staffId?: string | null;
  serviceId?: string | null;
  branchId?: string | null;
}

export interface PolicyRow {
  configurableType: "company" | "branch" | "service" | "staff";
  configurableId: string;
  config: unknown;
}
