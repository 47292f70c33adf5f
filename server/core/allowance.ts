import { z } from "zod";

/** What a tenant may have a limited number of, all of its companies together. */
export const LIMITED = [
  "companies",
  "branches",
  "staff",
  "users",
  "phoneNumbers",
  "customers",
  "appointmentsPerMonth",
  "callsPerMonth",
  "apiKeys",
] as const;
export type Limited = (typeof LIMITED)[number];

type LimitName = `max${Capitalize<Limited>}`;
/** `null` is unlimited; what is not named has the default of the tenant's status. */
const most = z.int().min(0).max(10_000_000).nullable().optional();

/** The column `tenants.limits`. */
export const tenantLimits = z.object({
  maxCompanies: most,
  maxBranches: most,
  maxStaff: most,
  maxUsers: most,
  maxPhoneNumbers: most,
  maxCustomers: most,
  maxAppointmentsPerMonth: most,
  maxCallsPerMonth: most,
  maxApiKeys: most,
}) satisfies z.ZodType<Partial<Record<LimitName, number | null>>>;
export type TenantLimits = z.infer<typeof tenantLimits>;

type Allowances = Readonly<Record<Limited, number | null>>;

/** Enough to try everything out. */
const TRIAL: Allowances = {
  companies: 1,
  branches: 3,
  staff: 15,
  users: 10,
  phoneNumbers: 2,
  customers: 2_000,
  appointmentsPerMonth: 1_000,
  callsPerMonth: 500,
  apiKeys: 5,
};
/** Of a tenant that pays, until its plan or an operator says otherwise. */
const PAYING: Allowances = {
  companies: 3,
  branches: 25,
  staff: 250,
  users: 250,
  phoneNumbers: 25,
  customers: null,
  appointmentsPerMonth: null,
  callsPerMonth: null,
  apiKeys: 50,
};

/** Throws for a column that is none of ours: a limit that can't be read must not pass for none. */
export function allowanceOf({ status, limits }: { status: string; limits: unknown }, what: Limited): number | null {
  const named = tenantLimits.parse(limits)[limitName(what)];
  return named === undefined ? defaultAllowance(status, what) : named;
}

export const defaultAllowance = (status: string, what: Limited): number | null =>
  (status === "trial" ? TRIAL : PAYING)[what];

export const limitName = (what: Limited): LimitName =>
  `max${what.charAt(0).toUpperCase()}${what.slice(1)}` as LimitName;
