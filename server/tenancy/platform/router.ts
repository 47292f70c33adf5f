import { z } from "zod";
import { platformProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createCompany } from "./commands/create-company";
import { createTenant } from "./commands/create-tenant";
import { editTenant } from "./commands/edit-tenant";
import { inviteOwner } from "./commands/invite-owner";
import { reactivateTenant } from "./commands/reactivate-tenant";
import { setCompanyStatus } from "./commands/set-company-status";
import { setFeatureForAll, setFeatureForTenant } from "./commands/set-feature-flag";
import { suspendTenant } from "./commands/suspend-tenant";
import { getCompany } from "./queries/get-company";
import { getTenant } from "./queries/get-tenant";
import { listCompanies } from "./queries/list-companies";
import { listFeatureFlags } from "./queries/list-feature-flags";
import { listTenants } from "./queries/list-tenants";
import * as companies from "./schema/companies";
import * as flags from "./schema/feature-flags";
import * as tenants from "./schema/tenants";

export const tenantsRouter = router({
  list: platformProcedure
    .meta({ permission: "view_tenants" })
    .input(tenants.listTenantsInput)
    .output(tenants.tenantPage)
    .query(({ ctx, input }) => listTenants(ctx.platform, input)),
  get: platformProcedure
    .meta({ permission: "view_tenants" })
    .input(tenants.tenantIdInput)
    .output(tenants.tenantDetails)
    .query(({ ctx, input }) => getTenant(ctx.platform, input.tenantId)),
  create: platformProcedure
    .meta({ permission: "create_tenants", reauthentication: true })
    .input(tenants.createTenantInput)
    .output(tenants.tenantIdInput)
    .mutation(({ ctx, input }) => createTenant(ctx.platform, input)),
  edit: platformProcedure
    .meta({ permission: "edit_tenants", reauthentication: true })
    .input(tenants.editTenantInput)
    .output(z.void())
    .mutation(({ ctx, input }) => editTenant(ctx.platform, input)),
  suspend: platformProcedure
    .meta({ permission: "suspend_tenants", reauthentication: true })
    .input(tenants.suspendTenantInput)
    .output(z.void())
    .mutation(({ ctx, input }) => suspendTenant(ctx.platform, input)),
  reactivate: platformProcedure
    .meta({ permission: "suspend_tenants", reauthentication: true })
    .input(tenants.suspendTenantInput)
    .output(z.void())
    .mutation(({ ctx, input }) => reactivateTenant(ctx.platform, input)),
  setFeature: platformProcedure
    .meta({ permission: "edit_tenants", reauthentication: true })
    .input(flags.setTenantFlagInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setFeatureForTenant(ctx.platform, input)),
});

export const platformCompaniesRouter = router({
  list: platformProcedure
    .meta({ permission: "view_companies" })
    .input(companies.listCompaniesInput)
    .output(companies.platformCompanyPage)
    .query(({ ctx, input }) => listCompanies(ctx.platform, input)),
  get: platformProcedure
    .meta({ permission: "view_companies" })
    .input(companies.companyIdInput)
    .output(companies.platformCompanyDetails)
    .query(({ ctx, input }) => getCompany(ctx.platform, input.companyId)),
  create: platformProcedure
    .meta({ permission: "create_companies", reauthentication: true })
    .input(companies.createCompanyInput)
    .output(companies.companyIdInput)
    .mutation(({ ctx, input }) => createCompany(ctx.platform, input)),
  inviteOwner: platformProcedure
    .meta({ permission: "edit_companies", reauthentication: true })
    .input(companies.inviteOwnerInput)
    .output(z.void())
    .mutation(({ ctx, input }) => inviteOwner(ctx.platform, input)),
  setStatus: platformProcedure
    .meta({ permission: "edit_companies", reauthentication: true })
    .input(companies.setCompanyStatusInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setCompanyStatus(ctx.platform, input)),
});

export const featureFlagsRouter = router({
  list: platformProcedure
    .meta({ permission: "view_platform" })
    .output(z.array(flags.platformFlagView))
    .query(({ ctx }) => listFeatureFlags(ctx.platform)),
  set: platformProcedure
    .meta({ permission: "edit_platform", reauthentication: true })
    .input(flags.setPlatformFlagInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setFeatureForAll(ctx.platform, input)),
});
