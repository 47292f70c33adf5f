import fc from "fast-check";
import { fieldsOf } from "@/server/policies/rules/resolve-policy";
import {
  ALTERNATIVES,
  POLICY_DEFAULTS,
  type PolicyConfig,
  type PolicyField,
  type PolicyRow,
  type PolicyScope,
  type PolicyType,
} from "@/server/policies/schema";

/** The places that any of the rows may stand at; the second of each kind is somebody else's. */
export const PLACES: Record<PolicyScope, readonly string[]> = {
  company: ["c"],
  branch: ["b1", "b2"],
  service: ["s1", "s2"],
  staff: ["p1", "p2"],
};
export const SUBJECT = { companyId: "c", branchId: "b1", serviceId: "s1", staffId: "p1" };
export const TYPES = Object.keys(POLICY_DEFAULTS) as PolicyType[];

const whole = fc.integer({ min: 1, max: 200 });
const orNone = fc.oneof(whole, fc.constant(null));
const VALUES: Record<PolicyField, fc.Arbitrary<unknown>> = {
  minHoursNotice: whole,
  feeCents: orNone,
  feePercent: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant(null)),
  maxFreePerMonth: orNone,
  maxPerBooking: whole,
  violationAction: fc.constantFrom("warn", "block", "charge_fee"),
  minLength: whole,
  maxLength: whole,
  skipAllowed: fc.boolean(),
  maxSkipsPerSeries: whole,
  minNoticeMinutes: orNone,
  maxHorizonDays: orNone,
  maxActivePerCustomer: orNone,
  maxPerHour: whole,
  requirePhoneVerification: fc.boolean(),
  blockAfter: orNone,
  requireDepositAfter: orNone,
  percent: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant(null)),
  cents: orNone,
  refundableUntilHours: whole,
};

/** What the editor lets through: any of the fields, and of an amount one form only. */
const configOf = (type: PolicyType): fc.Arbitrary<PolicyConfig> =>
  fc
    .record(Object.fromEntries(fieldsOf(type).map((field) => [field, VALUES[field]])), { requiredKeys: [] })
    .map((config) => config as PolicyConfig)
    .filter((config) => !ALTERNATIVES.some((pair) => pair.every((field) => config[field] != null)));

/** Any mix of rows of one type, in any order. */
export const rowsOf = (type: PolicyType): fc.Arbitrary<PolicyRow[]> => {
  const places = Object.entries(PLACES).flatMap(([scope, ids]) =>
    ids.map((id) => ({ scope: scope as PolicyScope, id })),
  );
  const rows = places.map(({ scope, id }) =>
    fc.option(
      configOf(type).map((config) => {
        return {
          id: `${scope}-${id}`,
          configurableType: scope,
          configurableId: id,
          policyType: type,
          config,
          version: 1,
        };
      }),
    ),
  );
  return fc
    .tuple(...rows)
    .map((all) => all.filter((row) => row !== null))
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
};
