"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { lazy } from "react";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { EmptyState } from "../../shared/empty-state";
import { ErrorState } from "../../shared/error-state";
import { PageHeader } from "../../shared/page-header";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { useBranch } from "../../tenancy/use-branch";
import { Card } from "../../ui/card";
import { NewAppointmentButton } from "../new-appointment-button";
import { useFreshIds } from "../use-fresh-ids";
import { useNow } from "../use-now";
import { DayColumns } from "./day-columns";
import { dayInput } from "./day-input";
import { DayList } from "./day-list";
import { type DayPlan, planDay } from "./day-plan";
import { NextAppointment } from "./next-appointment";
import { TodaySkeleton } from "./today-skeleton";

const AppointmentPanel = lazy(() =>
  import("../details/appointment-panel").then((file) => ({ default: file.AppointmentPanel })),
);

/** The day at a glance: who comes next, then everybody, with a line for now. */
export function TodayBoard({ loadedAt }: { loadedAt: number }) {
  const text = useText("appointments");
  const { timezone } = useCompany();
  const branchId = useBranch();
  const formatters = useFormatters();
  const [open, setOpen] = useQueryState("open", parseAsString);
  const now = useNow(loadedAt, 30_000);
  const day = useQuery(useTRPC().appointments.list.queryOptions(dayInput({ branchId, zone: timezone, now })));
  const plan = day.data && planDay(day.data.items, now);
  return (
    <>
      <PageHeader
        title={text("today.title")}
        description={
          <>
            <span className="block">{formatters.longDate(now)}</span>
            <span className="block">{plan ? summaryOf(plan, text) : text("today.loading")}</span>
          </>
        }
        actions={<NewAppointmentButton />}
      />
      {day.isError ? (
        <Card>
          <ErrorState error={day.error} onRetry={() => day.refetch()} />
        </Card>
      ) : !plan ? (
        <TodaySkeleton />
      ) : plan.shown.length === 0 ? (
        <Card>
          <EmptyState icon={CalendarPlus} title={text("today.emptyTitle")}>
            {text("today.emptyHint")}
          </EmptyState>
        </Card>
      ) : (
        <Day plan={plan} zone={timezone} now={now} onOpen={setOpen} />
      )}
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open && <AppointmentPanel key={open} appointmentId={open} />}
      </DialogSlot>
    </>
  );
}

interface DayProps {
  plan: DayPlan;
  zone: string;
  now: number;
  onOpen: (id: string) => void;
}

/** One person's day is a list on every screen; several stand beside each other where there is room. */
function Day({ plan, zone, now, onOpen }: DayProps) {
  const freshIds = useFreshIds();
  const isShared = new Set(plan.shown.map(({ staff }) => staff.id)).size > 1;
  const shown = { appointments: plan.shown, now, freshIds, onOpen };
  return (
    <div className={isShared ? undefined : "max-w-3xl"}>
      <NextAppointment appointment={plan.next} now={now} onOpen={onOpen} />
      <div className={isShared ? "lg:hidden" : undefined}>
        <DayList {...shown} />
      </div>
      {isShared && (
        <div className="max-lg:hidden">
          <DayColumns {...shown} zone={zone} />
        </div>
      )}
    </div>
  );
}

function summaryOf({ shown, doneCount, cancelledCount }: DayPlan, text: ReturnType<typeof useText>): string {
  const parts = [text("today.count", { count: shown.length }), text("today.done", { count: doneCount })];
  if (cancelledCount > 0) parts.push(text("today.cancelled", { count: cancelledCount }));
  return parts.join(", ");
}
