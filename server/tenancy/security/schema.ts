import { z } from "zod";

export const companySecurityView = z.object({
  /** The roles that need a second factor. */
  twoFactorRoles: z.array(z.string()),
  /** The network addresses and ranges that are admitted; empty: all. */
  ipAllowlist: z.array(z.string()),
  roles: z.array(z.object({ key: z.string(), name: z.string(), isBuiltIn: z.boolean() })),
  /** Where whoever asks is. */
  ownAddress: z.string().nullable(),
});
export type CompanySecurity = z.infer<typeof companySecurityView>;

export const updateCompanySecurityInput = z.object({
  twoFactorRoles: z.array(z.string().trim().min(1).max(100)).max(100),
  ipAllowlist: z.array(z.string().trim().min(1).max(64)).max(200),
});
export type UpdateCompanySecurityInput = z.infer<typeof updateCompanySecurityInput>;
