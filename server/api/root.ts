import { analyticsRouter } from "@/server/analytics/router";
import { callbacksRouter } from "@/server/appointments/callbacks/router";
import { appointmentsRouter } from "@/server/appointments/router";
import { availabilityRouter } from "@/server/availability/router";
import { callsRouter } from "@/server/calls/router";
import { catalogRouter } from "@/server/catalog/router";
import { customersRouter } from "@/server/customers/router";
import { identityRouter } from "@/server/identity/router";
import { integrationsRouter } from "@/server/integrations/router";
import { notificationsRouter } from "@/server/notifications/router";
import { staffRouter } from "@/server/staff/router";
import { tenancyRouter } from "@/server/tenancy/router";
import { assertEveryProcedureHasPermission } from "./declared-permissions";
import { liveRouter } from "./live";
import { router } from "./trpc";

export const appRouter = assertEveryProcedureHasPermission(
  router({
    identity: identityRouter,
    tenancy: tenancyRouter,
    catalog: catalogRouter,
    staff: staffRouter,
    customers: customersRouter,
    availability: availabilityRouter,
    appointments: appointmentsRouter,
    callbacks: callbacksRouter,
    calls: callsRouter,
    analytics: analyticsRouter,
    integrations: integrationsRouter,
    notifications: notificationsRouter,
    live: liveRouter,
  }),
);

export type AppRouter = typeof appRouter;
