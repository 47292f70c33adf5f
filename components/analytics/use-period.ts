"use client";

import { useSearchParams } from "next/navigation";
import type { DashboardPeriod } from "@/server/analytics/schema";
import { readPeriod } from "./period";

/** The period stands in the URL; changing it asks the widgets anew, not the page. */
export function usePeriod(): { period: DashboardPeriod; choose: (next: DashboardPeriod) => void } {
  const query = useSearchParams();
  const choose = (next: DashboardPeriod) => {
    const changed = new URLSearchParams(query);
    changed.set("period", next);
    window.history.replaceState(null, "", `?${changed}`);
  };
  return { period: readPeriod(query.get("period")), choose };
}
