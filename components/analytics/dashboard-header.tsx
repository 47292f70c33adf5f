"use client";

import { PageHeader } from "../shared/page-header";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { PeriodPicker } from "./period-picker";

/** The day by the company's clock, and the period that the figures speak of. */
export function DashboardHeader({ hasPeriod }: { hasPeriod: boolean }) {
  const text = useText("analytics");
  const format = useFormatters();
  return (
    <PageHeader
      title={text("dashboard.title")}
      description={<time suppressHydrationWarning>{format.longDate(Date.now())}</time>}
      actions={hasPeriod && <PeriodPicker />}
    />
  );
}
