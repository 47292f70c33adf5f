import { z } from "zod";
import { FEATURE_FLAG_NAMES } from "../../rules/feature-flags";

export const featureFlag = z.enum(FEATURE_FLAG_NAMES);

/** Null takes the decision back: what stands behind it decides again. */
export const setPlatformFlagInput = z.object({ flag: featureFlag, isOn: z.boolean().nullable() });
export type SetPlatformFlagInput = z.infer<typeof setPlatformFlagInput>;

export const setTenantFlagInput = setPlatformFlagInput.extend({ tenantId: z.uuid() });
export type SetTenantFlagInput = z.infer<typeof setTenantFlagInput>;

const change = z.object({ at: z.date(), by: z.string() }).nullable();

export const platformFlagView = z.object({
  flag: featureFlag,
  /** As the product comes. */
  isOnByDefault: z.boolean(),
  /** What operators said for all tenants, or null. */
  isOn: z.boolean().nullable(),
  /** How many tenants have a decision of their own. */
  tenantsOn: z.int(),
  tenantsOff: z.int(),
  lastChange: change,
});
export type PlatformFlagView = z.infer<typeof platformFlagView>;

export const tenantFlagView = z.object({
  flag: featureFlag,
  /** For all tenants. */
  isOnForAll: z.boolean(),
  /** What operators said for this one, or null. */
  isOn: z.boolean().nullable(),
  lastChange: change,
});
export type TenantFlagView = z.infer<typeof tenantFlagView>;
