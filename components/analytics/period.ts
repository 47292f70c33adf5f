import type { DashboardPeriod } from "@/server/analytics/schema";

export const PERIODS: readonly DashboardPeriod[] = ["today", "7d", "30d"];

export function readPeriod(text: string | null | undefined): DashboardPeriod {
  return PERIODS.find((period) => period === text) ?? "7d";
}
