import { z } from "zod";
import { tenantLimits } from "@/server/core/allowance";
import { pageInput, pageOf } from "@/server/core/page";
import { instant } from "@/server/core/time";
import { usageView } from "../../schema";
import { tenantFlagView } from "./feature-flags";

export const TENANT_STATUSES = ["trial", "active", "past_due", "suspended", "cancelled"] as const;
export const tenantStatus = z.enum(TENANT_STATUSES);
export type TenantStatus = z.infer<typeof tenantStatus>;

export const tenantName = z.string().trim().min(2).max(120);
/** Part of addresses: lower case, digits, single hyphens. */
export const slug = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** Whoever reads the audit later must understand it. */
export const reason = z.string().trim().min(10).max(500);

export const listTenantsInput = z.object({
  search: z.string().trim().max(100).optional(),
  status: tenantStatus.optional(),
  limit: pageInput.limit,
  cursor: pageInput.cursor,
});
export type ListTenantsInput = z.infer<typeof listTenantsInput>;

export const tenantIdInput = z.object({ tenantId: z.uuid() });

export const createTenantInput = z.object({
  name: tenantName,
  slug,
  status: z.enum(["trial", "active"]).default("trial"),
  trialEndsAt: instant.nullish(),
});
export type CreateTenantInput = z.infer<typeof createTenantInput>;

/** Only what is sent changes. To suspend it is a decision of its own, with a reason. */
export const editTenantInput = z.object({
  tenantId: z.uuid(),
  name: tenantName.optional(),
  slug: slug.optional(),
  status: z.enum(["trial", "active", "past_due", "cancelled"]).optional(),
  trialEndsAt: instant.nullish(),
  limits: tenantLimits.optional(),
  /** Whether the owners hear by mail of an operator who looks into their company. */
  notifiesImpersonation: z.boolean().optional(),
  /** To cancel it is not done without. */
  reason: reason.optional(),
});
export type EditTenantInput = z.infer<typeof editTenantInput>;

export const suspendTenantInput = z.object({ tenantId: z.uuid(), reason });
export type SuspendTenantInput = z.infer<typeof suspendTenantInput>;

export const tenantView = z.object({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  status: tenantStatus,
  companyCount: z.int(),
  userCount: z.int(),
  createdAt: z.date(),
});
export type TenantView = z.infer<typeof tenantView>;
export const tenantPage = pageOf(tenantView);

export const tenantDetails = tenantView.extend({
  trialEndsAt: z.date().nullable(),
  suspendedAt: z.date().nullable(),
  suspensionReason: z.string().nullable(),
  notifiesImpersonation: z.boolean(),
  usage: z.array(usageView),
  limits: tenantLimits,
  flags: z.array(tenantFlagView),
  companies: z.array(z.object({ id: z.uuid(), name: z.string(), status: z.string() })),
});
export type TenantDetails = z.infer<typeof tenantDetails>;
