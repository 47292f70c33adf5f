import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { getCustomerFigures } from "./queries/get-customer-figures";
import { getDashboard } from "./queries/get-dashboard";
import { getHealth } from "./queries/get-health";
import { getRevenue } from "./queries/get-revenue";
import { getSummary } from "./queries/get-summary";
import { getToday } from "./queries/get-today";
import { listActivity } from "./queries/list-activity";
import {
  activity,
  branchInput,
  customerFigures,
  dashboard,
  getDashboardInput,
  listActivityInput,
  revenue,
  summary,
  systemHealth,
  today,
} from "./schema";

export const analyticsRouter = router({
  dashboard: companyProcedure
    .meta({ permission: "view_appointment_analytics", rest: "GET /analytics/dashboard" })
    .input(getDashboardInput)
    .output(dashboard)
    .query(({ ctx, input }) => getDashboard(ctx.company, input)),
  revenue: companyProcedure
    .meta({ permission: "view_analytics", rest: "GET /analytics/revenue" })
    .input(getDashboardInput)
    .output(revenue)
    .query(({ ctx, input }) => getRevenue(ctx.company, input)),
  today: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /analytics/today" })
    .input(branchInput)
    .output(today)
    .query(({ ctx, input }) => getToday(ctx.company, input)),
  activity: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /analytics/activity" })
    .input(listActivityInput)
    .output(z.array(activity))
    .query(({ ctx, input }) =>
      listActivity(ctx.company, { ...input, withCalls: ctx.permissions.includes("view_calls") }),
    ),
  customers: companyProcedure
    .meta({ permission: "view_customers", rest: "GET /analytics/customers" })
    .input(branchInput)
    .output(customerFigures)
    .query(({ ctx, input }) => getCustomerFigures(ctx.company, input)),
  health: companyProcedure
    .meta({ permission: "view_integration_health", rest: "GET /analytics/health" })
    .output(systemHealth)
    .query(({ ctx }) => getHealth(ctx.company)),
  summary: companyProcedure
    .meta({ permission: "view_appointment_analytics", rest: "GET /dashboard", shape: "plain" })
    .input(getDashboardInput)
    .output(summary)
    .query(({ ctx, input }) => getSummary(ctx.company, input)),
});
