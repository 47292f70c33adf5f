import { z } from "zod";
import { LIMITED } from "@/server/core/allowance";

export const companyView = z.object({
  id: z.uuid(),
  name: z.string(),
  industry: z.string(),
  timezone: z.string(),
  locale: z.string(),
  country: z.string(),
  currency: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
});
export type CompanyView = z.infer<typeof companyView>;

export const branchView = z.object({
  id: z.uuid(),
  name: z.string(),
  timezone: z.string(),
  phone: z.string().nullable(),
  isDefault: z.boolean(),
});
export type BranchView = z.infer<typeof branchView>;

/** How much of something there is, and how much there may be; a limit of null is none. */
export const usageView = z.object({
  what: z.enum(LIMITED),
  used: z.int(),
  limit: z.int().nullable(),
  /** The contract says nothing: the limit is that of the status. */
  isDefault: z.boolean(),
});
export type UsageView = z.infer<typeof usageView>;
