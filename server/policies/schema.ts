import { z } from "zod";
import { instant } from "@/server/core/time";
import { policyResult, type ViolationAction, violationAction } from "./rules/verdict";

export const policyType = z.enum(["cancellation", "reschedule", "recurring", "booking", "no_show", "deposit"]);
export type PolicyType = z.infer<typeof policyType>;
export const policyScope = z.enum(["company", "branch", "service", "staff"]);
export type PolicyScope = z.infer<typeof policyScope>;
export { type ViolationAction, violationAction };

const YEAR_HOURS = 8760;
const count = z.int().max(10_000);
const hours = z.number().min(0).max(YEAR_HOURS);
const cents = z.int().min(0).max(10_000_000).nullable();
const percent = z.number().min(0).max(100).multipleOf(0.01).nullable();

/** Every field of every policy; null says "none", a field that is not there says nothing at all. */
export const policyConfig = z
  .object({
    minHoursNotice: hours,
    feeCents: cents,
    feePercent: percent,
    maxFreePerMonth: count.min(0).nullable(),
    maxPerBooking: count.min(0),
    violationAction,
    minLength: count.min(1),
    maxLength: count.min(1),
    skipAllowed: z.boolean(),
    maxSkipsPerSeries: count.min(0),
    minNoticeMinutes: z.int().min(0).max(525_600).nullable(),
    maxHorizonDays: z.int().min(1).max(1100).nullable(),
    maxActivePerCustomer: count.min(1).nullable(),
    maxPerHour: count.min(1),
    requirePhoneVerification: z.boolean(),
    blockAfter: count.min(1).nullable(),
    requireDepositAfter: count.min(1).nullable(),
    percent,
    cents,
    refundableUntilHours: hours,
  })
  .partial();
export type PolicyConfig = z.infer<typeof policyConfig>;
export const policyField = policyConfig.keyof();
export type PolicyField = z.infer<typeof policyField>;

/** What holds where nobody says anything; its keys are the fields of each type. */
export const POLICY_DEFAULTS = {
  cancellation: {
    minHoursNotice: 24,
    feeCents: null,
    feePercent: null,
    maxFreePerMonth: 2,
    violationAction: "warn",
  },
  reschedule: { minHoursNotice: 12, maxPerBooking: 3, violationAction: "warn" },
  recurring: { minLength: 4, maxLength: 52, skipAllowed: true, maxSkipsPerSeries: 2 },
  booking: {
    minNoticeMinutes: null,
    maxHorizonDays: null,
    maxActivePerCustomer: null,
    maxPerHour: 5,
    requirePhoneVerification: false,
  },
  no_show: { feeCents: null, blockAfter: null, requireDepositAfter: null },
  deposit: { percent: null, cents: null, refundableUntilHours: 24 },
} as const satisfies Record<PolicyType, PolicyConfig>;

/** An amount is either fixed or a share: whoever sets one of a pair has answered for the other. */
export const ALTERNATIVES: readonly (readonly [PolicyField, PolicyField])[] = [
  ["feeCents", "feePercent"],
  ["cents", "percent"],
];

export type PolicyOf<T extends PolicyType> = {
  [F in keyof (typeof POLICY_DEFAULTS)[T] & PolicyField]: Exclude<PolicyConfig[F], undefined>;
};
export type CancellationPolicy = PolicyOf<"cancellation">;
export type ReschedulePolicy = PolicyOf<"reschedule">;
export type BookingPolicy = PolicyOf<"booking">;
export type NoShowPolicy = PolicyOf<"no_show">;
export type DepositPolicy = PolicyOf<"deposit">;

/** What a policy is asked for: the first of staff, service, branch and company that sets a field wins. */
export const policySubject = z.object({
  branchId: z.uuid().nullish(),
  serviceId: z.uuid().nullish(),
  staffId: z.uuid().nullish(),
});
export type PolicySubject = z.infer<typeof policySubject>;

export interface PolicyRow {
  id: string;
  configurableType: PolicyScope;
  configurableId: string;
  policyType: PolicyType;
  config: unknown;
  version: number;
}

const isOneScope = ({ branchId, serviceId, staffId }: PolicySubject) =>
  [branchId, serviceId, staffId].filter((id) => id != null).length <= 1;
/** One branch, service or person, or nobody of them: then the company itself. */
const scoped = { policyType, ...policySubject.shape, version: z.int().nullish() };

export const editPolicyInput = z
  .object({ ...scoped, config: policyConfig })
  .refine(isOneScope, { error: "one_scope", path: ["staffId"] })
  .check(({ value, issues }) => {
    const known = Object.keys(POLICY_DEFAULTS[value.policyType]);
    for (const field of Object.keys(value.config)) {
      if (!known.includes(field))
        issues.push({ code: "custom", message: "not_of_type", path: ["config", field], input: field });
    }
    for (const pair of ALTERNATIVES) {
      const isBoth = pair.every((field) => value.config[field] != null);
      if (isBoth)
        issues.push({ code: "custom", message: "one_of_two", path: ["config", pair[1]], input: value.config });
    }
  });
export type EditPolicyInput = z.infer<typeof editPolicyInput>;

export const resetPolicyInput = z
  .object({
    ...scoped,
    /** Without them, everything that is set there. */ fields: z.array(policyField).max(20).nullish(),
  })
  .refine(isOneScope, { error: "one_scope", path: ["staffId"] });
export type ResetPolicyInput = z.infer<typeof resetPolicyInput>;

export const explainPolicyInput = z.object({ policyType, ...policySubject.shape });
export const listPoliciesInput = z.object({ policyType: policyType.optional() });

const place = { scope: policyScope, id: z.uuid(), name: z.string() };
/** A place that sets the field, and what it says. */
const said = z.object({ ...place, value: z.unknown() });

export const policyExplanation = z.object({
  policyType,
  /** Of the row at the asked place itself, when there is one. */
  version: z.int().nullable(),
  fields: z.array(
    z.object({
      field: policyField,
      value: z.unknown(),
      default: z.unknown(),
      source: z.object({
        scope: z.enum([...policyScope.options, "default"]),
        id: z.uuid().nullable(),
        name: z.string().nullable(),
      }),
      /** The place where it is asked sets it itself. */
      isSetHere: z.boolean(),
      /** What it would be if this place said nothing. */
      inherited: z.unknown(),
      inheritedFrom: z.object({ scope: z.enum([...policyScope.options, "default"]), name: z.string().nullable() }),
      /** Everybody in the chain who says something, nearest first. */
      levels: z.array(said),
      /** Who, nearer to an appointment, says something else. */
      below: z.array(said),
    }),
  ),
});
export type PolicyExplanation = z.infer<typeof policyExplanation>;

export const policyView = z.object({
  policyType,
  ...place,
  config: policyConfig,
  version: z.int(),
  /** Whether whoever looks may change it: it holds nowhere that they don't work with. */
  isEditable: z.boolean(),
  /** The row that this one was made from. */
  overridesId: z.uuid().nullable(),
  updatedAt: z.date(),
});
export type PolicyView = z.infer<typeof policyView>;

export const policyStep = z.enum(["cancel", "reschedule", "no_show"]);
/** An appointment that nobody has, and what somebody would do with it now. */
export const simulatePolicyInput = z.object({
  step: policyStep,
  serviceId: z.uuid(),
  branchId: z.uuid().nullish(),
  staffId: z.uuid().nullish(),
  startsAt: instant,
  /** How often the customer has cancelled this month, or moved this appointment. */
  cancelledBefore: z.int().min(0).max(1000).default(0),
  movedBefore: z.int().min(0).max(1000).default(0),
});
export type SimulatePolicyInput = z.infer<typeof simulatePolicyInput>;
export const policySimulation = z.object({ priceCents: z.int(), currency: z.string(), policy: policyResult });
export type PolicySimulation = z.infer<typeof policySimulation>;
