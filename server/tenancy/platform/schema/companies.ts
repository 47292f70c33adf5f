import { z } from "zod";
import { pageInput, pageOf } from "@/server/core/page";
import { zoneId } from "@/server/core/time";
import { reason, slug, tenantName, tenantStatus } from "./tenants";

export const COMPANY_STATUSES = ["trial", "active", "suspended", "closed"] as const;
export const companyStatus = z.enum(COMPANY_STATUSES);
export type CompanyStatus = z.infer<typeof companyStatus>;

export const INDUSTRIES = [
  "hair_salon",
  "beauty",
  "physiotherapy",
  "medical",
  "legal",
  "fitness",
  "automotive",
  "crafts",
  "other",
] as const;

export const listCompaniesInput = z.object({
  search: z.string().trim().max(100).optional(),
  status: companyStatus.optional(),
  tenantId: z.uuid().optional(),
  limit: pageInput.limit,
  cursor: pageInput.cursor,
});
export type ListCompaniesInput = z.infer<typeof listCompaniesInput>;

export const companyIdInput = z.object({ companyId: z.uuid() });

export const createCompanyInput = z.object({
  tenantId: z.uuid(),
  name: tenantName,
  slug,
  industry: z.enum(INDUSTRIES),
  timezone: zoneId.default("Europe/Berlin"),
  locale: z.enum(["de", "en"]).default("de"),
  country: z.enum(["DE", "AT", "CH"]).default("DE"),
  branchName: z.string().trim().min(1).max(120),
  /** Gets an invitation as the owner. */
  ownerEmail: z.email().max(254).toLowerCase(),
});
export type CreateCompanyInput = z.infer<typeof createCompanyInput>;

export const inviteOwnerInput = z.object({ companyId: z.uuid(), email: z.email().max(254).toLowerCase() });
export type InviteOwnerInput = z.infer<typeof inviteOwnerInput>;

export const setCompanyStatusInput = z.object({
  companyId: z.uuid(),
  status: z.enum(["active", "suspended", "closed"]),
  reason,
});
export type SetCompanyStatusInput = z.infer<typeof setCompanyStatusInput>;

export const platformCompanyView = z.object({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  status: companyStatus,
  industry: z.string(),
  city: z.string().nullable(),
  tenant: z.object({ id: z.uuid(), name: z.string(), status: tenantStatus }),
  createdAt: z.date(),
});
export type PlatformCompanyView = z.infer<typeof platformCompanyView>;
export const platformCompanyPage = pageOf(platformCompanyView);

export const platformCompanyDetails = platformCompanyView.extend({
  timezone: z.string(),
  country: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  figures: z.object({
    branches: z.int(),
    staff: z.int(),
    customers: z.int(),
    appointmentsThisMonth: z.int(),
    callsThisMonth: z.int(),
    lastCallAt: z.date().nullable(),
  }),
  /** Those that are open, the default one first. */
  branches: z.array(z.object({ id: z.uuid(), name: z.string() })),
  members: z.array(
    z.object({
      userId: z.uuid(),
      name: z.string(),
      email: z.string(),
      role: z.string(),
      lastLoginAt: z.date().nullable(),
    }),
  ),
});
export type PlatformCompanyDetails = z.infer<typeof platformCompanyDetails>;
