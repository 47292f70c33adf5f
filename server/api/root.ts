import { analyticsRouter } from "@/server/analytics/router";
import { bookingsRouter } from "@/server/appointments/bookings/router";
import { calendarRouter } from "@/server/appointments/calendar/router";
import { callbacksRouter } from "@/server/appointments/callbacks/router";
import { classesRouter } from "@/server/appointments/classes/router";
import { feesRouter } from "@/server/appointments/fees/router";
import { importsRouter } from "@/server/appointments/imports/router";
import { modificationsRouter } from "@/server/appointments/modifications/router";
import { appointmentsRouter } from "@/server/appointments/router";
import { platformAuditRouter } from "@/server/audit/platform/router";
import { auditRouter } from "@/server/audit/router";
import { exceptionsRouter } from "@/server/availability/exceptions/router";
import { holidaysRouter } from "@/server/availability/holidays/router";
import { hoursRouter } from "@/server/availability/hours/router";
import { availabilityRouter } from "@/server/availability/router";
import { utilisationRouter } from "@/server/availability/utilisation/router";
import { calcomConflictsRouter } from "@/server/calcom/conflicts/router";
import { calcomConnectionRouter } from "@/server/calcom/connection/router";
import { calcomMappingRouter } from "@/server/calcom/mapping/router";
import { calcomRouter } from "@/server/calcom/router";
import { knowledgeRouter } from "@/server/calls/knowledge/router";
import { platformPhoneNumbersRouter } from "@/server/calls/platform/router";
import { callsRouter } from "@/server/calls/router";
import { simulatorRouter } from "@/server/calls/simulator/router";
import { resourcesRouter } from "@/server/catalog/resources/router";
import { catalogRouter } from "@/server/catalog/router";
import { servicesRouter } from "@/server/catalog/services/router";
import { customerNotesRouter } from "@/server/customers/notes/router";
import { customersRouter } from "@/server/customers/router";
import { apiKeysRouter } from "@/server/identity/api-keys/router";
import { impersonationRouter } from "@/server/identity/impersonation/router";
import { linksRouter } from "@/server/identity/links/router";
import { passkeysRouter } from "@/server/identity/passkeys/router";
import { passwordsRouter } from "@/server/identity/passwords/router";
import { platformUsersRouter } from "@/server/identity/platform/router";
import { profileRouter } from "@/server/identity/profile/router";
import { rolesRouter } from "@/server/identity/roles/router";
import { identityRouter } from "@/server/identity/router";
import { sessionsRouter } from "@/server/identity/sessions/router";
import { teamRouter } from "@/server/identity/team/router";
import { tokensRouter } from "@/server/identity/tokens/router";
import { twoFactorRouter } from "@/server/identity/two-factor/router";
import { integrationsRouter } from "@/server/integrations/router";
import { notificationsRouter } from "@/server/notifications/router";
import { privacyRequestsRouter } from "@/server/operations/erasure/router";
import { operationsRouter, platformJobsRouter, platformOperationsRouter } from "@/server/operations/router";
import { policiesRouter } from "@/server/policies/router";
import { staffOffersRouter } from "@/server/staff/offers/router";
import { staffPhotosRouter } from "@/server/staff/photos/router";
import { staffRouter } from "@/server/staff/router";
import { allowedOriginsRouter } from "@/server/tenancy/origins/router";
import { featureFlagsRouter, platformCompaniesRouter, tenantsRouter } from "@/server/tenancy/platform/router";
import { tenancyRouter } from "@/server/tenancy/router";
import { companyRouter } from "@/server/tenancy/scheduling/router";
import { companySecurityRouter } from "@/server/tenancy/security/router";
import { platformWebhooksRouter, webhooksRouter } from "@/server/webhooks/router";
import { assertEveryProcedureHasPermission } from "./declared-permissions";
import { liveRouter } from "./live";
import { router } from "./trpc";

export const appRouter = assertEveryProcedureHasPermission(
  router({
    identity: identityRouter,
    tokens: tokensRouter,
    links: linksRouter,
    passwords: passwordsRouter,
    passkeys: passkeysRouter,
    profile: profileRouter,
    roles: rolesRouter,
    team: teamRouter,
    sessions: sessionsRouter,
    twoFactor: twoFactorRouter,
    simulator: simulatorRouter,
    companySecurity: companySecurityRouter,
    apiKeys: apiKeysRouter,
    allowedOrigins: allowedOriginsRouter,
    tenancy: tenancyRouter,
    company: companyRouter,
    catalog: catalogRouter,
    services: servicesRouter,
    resources: resourcesRouter,
    staff: staffRouter,
    staffOffers: staffOffersRouter,
    staffPhotos: staffPhotosRouter,
    policies: policiesRouter,
    customers: customersRouter,
    customerNotes: customerNotesRouter,
    availability: availabilityRouter,
    workingHours: hoursRouter,
    exceptions: exceptionsRouter,
    holidays: holidaysRouter,
    utilisation: utilisationRouter,
    appointments: appointmentsRouter,
    calendar: calendarRouter,
    classes: classesRouter,
    bookings: bookingsRouter,
    imports: importsRouter,
    modifications: modificationsRouter,
    callbacks: callbacksRouter,
    fees: feesRouter,
    calls: callsRouter,
    knowledge: knowledgeRouter,
    analytics: analyticsRouter,
    integrations: integrationsRouter,
    calcom: calcomRouter,
    calcomConflicts: calcomConflictsRouter,
    calcomConnection: calcomConnectionRouter,
    calcomMapping: calcomMappingRouter,
    notifications: notificationsRouter,
    audit: auditRouter,
    webhooks: webhooksRouter,
    operations: operationsRouter,
    privacyRequests: privacyRequestsRouter,
    live: liveRouter,
    platform: router({
      tenants: tenantsRouter,
      companies: platformCompaniesRouter,
      phoneNumbers: platformPhoneNumbersRouter,
      users: platformUsersRouter,
      featureFlags: featureFlagsRouter,
      impersonation: impersonationRouter,
      audit: platformAuditRouter,
      operations: platformOperationsRouter,
      jobs: platformJobsRouter,
      webhooks: platformWebhooksRouter,
    }),
  }),
);

export type AppRouter = typeof appRouter;
