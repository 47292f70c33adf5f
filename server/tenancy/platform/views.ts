import { type Limited, tenantLimits } from "@/server/core/allowance";
import { FEATURE_FLAG_NAMES, FEATURE_FLAGS, isOn } from "../rules/feature-flags";
import { toUsage } from "../views";
import type { CompanyDetailsRow, CompanyFigures, CompanyRow } from "./repository/companies";
import type { FlagChange, Flags } from "./repository/feature-flags";
import type { TenantDetailsRow, TenantRow } from "./repository/tenants";
import type { PlatformCompanyDetails, PlatformCompanyView } from "./schema/companies";
import type { PlatformFlagView, TenantFlagView } from "./schema/feature-flags";
import type { TenantDetails, TenantView } from "./schema/tenants";

type Counted = { companies: { _count: { memberships: number } }[] };
const countUsers = ({ companies }: Counted): number =>
  companies.reduce((sum, { _count }) => sum + _count.memberships, 0);

export function toTenantView({ companies, ...row }: TenantRow): TenantView {
  return { ...row, companyCount: companies.length, userCount: countUsers({ companies }) };
}

interface TenantFacts {
  row: TenantDetailsRow;
  used: Record<Limited, number>;
  flags: TenantFlagView[];
}

export function toTenantDetails({ row, used, flags }: TenantFacts): TenantDetails {
  const { companies, limits, featureFlags: _, ...rest } = row;
  const open = companies.filter(({ status }) => status !== "closed");
  return {
    ...rest,
    companyCount: open.length,
    userCount: countUsers({ companies: open }),
    limits: tenantLimits.parse(limits),
    usage: toUsage(row, used),
    flags,
    companies: companies.map(({ id, name, status }) => ({ id, name, status })),
  };
}

interface FlagFacts {
  platform: Flags;
  changes: FlagChange[];
}

export function toTenantFlags(own: Flags, { platform, changes }: FlagFacts): TenantFlagView[] {
  return FEATURE_FLAG_NAMES.map((flag) => {
    return { flag, isOnForAll: isOn(platform, flag), isOn: own[flag] ?? null, lastChange: lastChange(changes, flag) };
  });
}

type Counts = { flag: string; tenantsOn: number; tenantsOff: number };

export function toPlatformFlags(counts: Counts[], { platform, changes }: FlagFacts): PlatformFlagView[] {
  return FEATURE_FLAG_NAMES.map((flag) => {
    const { tenantsOn = 0, tenantsOff = 0 } = counts.find((count) => count.flag === flag) ?? {};
    const decision = { isOnByDefault: FEATURE_FLAGS[flag], isOn: platform[flag] ?? null };
    return { flag, ...decision, tenantsOn, tenantsOff, lastChange: lastChange(changes, flag) };
  });
}

function lastChange(changes: FlagChange[], flag: string): { at: Date; by: string } | null {
  const found = changes.find((change) => change.flag === flag);
  return found ? { at: found.at, by: found.by } : null;
}

export const toPlatformCompany = (row: CompanyRow): PlatformCompanyView => row;

export function toPlatformCompanyDetails(row: CompanyDetailsRow, figures: CompanyFigures): PlatformCompanyDetails {
  const { memberships, ...company } = row;
  const members = memberships.map(({ user, role }) => {
    const { id: userId, name, email, lastLoginAt } = user;
    return { userId, name, email, role: role.companyId ? role.name : role.key, lastLoginAt };
  });
  return { ...company, figures, members };
}
