import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { may } from "@/server/identity/rules/permissions";
import type { GetDashboardInput, Summary } from "../schema";
import { getDashboard } from "./get-dashboard";
import { getRevenue } from "./get-revenue";
import { listActivity } from "./list-activity";

const RECENT = 10;

/** A period in four figures, with what happened last. */
export async function getSummary(ctx: CompanyContext, input: GetDashboardInput): Promise<Summary> {
  return transact(ctx, async (tx) => {
    const { calls, appointments, conversion } = await getDashboard(tx, input);
    const revenue = may(tx, "view_analytics") ? (await getRevenue(tx, input)).bookedCents.value : null;
    const { branchId } = input;
    return {
      stats: {
        totalCalls: calls.value,
        totalAppointments: appointments.value,
        conversionRate: conversion.value,
        revenue,
      },
      goals: [],
      recentActivity: may(tx, "view_appointments")
        ? await listActivity(tx, { branchId, limit: RECENT, withCalls: may(tx, "view_calls") })
        : [],
    };
  });
}
