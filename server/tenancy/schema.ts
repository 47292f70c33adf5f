import { z } from "zod";

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
