"use client";

import { useQuery } from "@tanstack/react-query";
import type { StaffDetails } from "@/server/staff/schema";
import { AppointmentStatusBadge } from "../appointments/appointment-status-badge";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { ErrorState } from "../shared/error-state";
import { PageLink } from "../shared/page-link";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { WidgetNote, WidgetRowsSkeleton } from "../shared/widget";
import { Card, CardHeader, CardTitle } from "../ui/card";
import { comingInput } from "./coming-input";
import { StaffUtilisation } from "./staff-utilisation";

/** What lies before somebody, and how full their weeks are. */
export function StaffCalendar({ staff, loadedAt }: { staff: StaffDetails; loadedAt: number }) {
  const text = useText("staff");
  const format = useFormatters();
  const coming = useQuery(useTRPC().appointments.list.queryOptions(comingInput(staff.id, loadedAt)));
  const items = coming.data?.items;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card className="overflow-hidden">
        <CardHeader>
          <CardTitle>{text("calendar.coming")}</CardTitle>
        </CardHeader>
        {items && items.length > 0 ? (
          <ul className="divide-y">
            {items.map(({ id, startsAt, endsAt, customer, serviceName, status }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
                <time className="w-40 shrink-0 tabular-nums" dateTime={startsAt.toISOString()}>
                  {format.day(startsAt)}, {format.timeRange(startsAt, endsAt)}
                </time>
                <PageLink
                  href={`/appointments/${id}`}
                  className="min-w-0 flex-1 break-words font-medium hover:underline"
                >
                  {customer.name}
                  <span className="font-normal text-muted-foreground"> · {serviceName}</span>
                </PageLink>
                <AppointmentStatusBadge status={status} />
              </li>
            ))}
          </ul>
        ) : items ? (
          <WidgetNote>
            <p>{text("calendar.empty")}</p>
          </WidgetNote>
        ) : coming.error ? (
          <ErrorState error={coming.error} onRetry={() => void coming.refetch()} />
        ) : (
          <WidgetRowsSkeleton rows={5} rowClass="h-11" />
        )}
      </Card>
      <div className="flex flex-col gap-4">
        <StaffUtilisation staffId={staff.id} />
        <AbsencesLink staffId={staff.id} />
      </div>
    </div>
  );
}

function AbsencesLink({ staffId }: { staffId: string }) {
  const text = useText("staff");
  if (!useCan("view_schedule_exceptions")) return null;
  return (
    <PageLink href={`/working-hours?staff=${staffId}`} className="self-start text-primary-text hover:underline">
      {text("calendar.absences")}
    </PageLink>
  );
}
