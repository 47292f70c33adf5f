"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTabInUrl } from "../../customers/use-tab-in-url";
import { useTRPC } from "../../providers/trpc-provider";
import { ErrorState } from "../../shared/error-state";
import { PageHeader } from "../../shared/page-header";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Card, CardContent } from "../../ui/card";
import { AppointmentStatusBadge } from "../appointment-status-badge";
import { AppointmentActions } from "./appointment-actions";
import { APPOINTMENT_TABS, AppointmentTabs } from "./appointment-tabs";
import { CalcomState } from "./calcom-state";
import { Deposit } from "./deposit";
import { Facts } from "./facts";
import { MessagesSent } from "./messages-sent";
import { Origin } from "./origin";
import { SectionsSkeleton } from "./sections-skeleton";

/** An appointment on a page of its own, to send as a link. */
export function AppointmentPage({ appointmentId }: { appointmentId: string }) {
  const text = useText("appointments");
  const query = useQuery(useTRPC().appointments.get.queryOptions({ appointmentId }));
  const appointment = query.data;
  const formatters = useFormatters(appointment?.timezone);
  const [tab, choose] = useTabInUrl(APPOINTMENT_TABS);
  if (!appointment) {
    return (
      <>
        <PageHeader title={text("details.title")} />
        <Card>
          <CardContent>
            {query.isError ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : <SectionsSkeleton />}
          </CardContent>
        </Card>
      </>
    );
  }
  return (
    <>
      <Link
        href="/appointments"
        prefetch={false}
        className="mb-3 inline-flex items-center gap-1.5 text-muted-foreground hover:text-foreground"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        {text("title")}
      </Link>
      <PageHeader
        title={appointment.customer.name}
        description={
          <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            <AppointmentStatusBadge status={appointment.status} />
            {formatters.day(appointment.startsAt)}, {formatters.timeRange(appointment.startsAt, appointment.endsAt)}
          </span>
        }
        actions={<AppointmentActions appointment={appointment} />}
      />
      <AppointmentTabs
        appointment={appointment}
        tab={tab}
        onChoose={choose}
        details={
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Card>
              <CardContent>
                <Facts appointment={appointment} />
              </CardContent>
            </Card>
            <Card>
              <CardContent>
                <Deposit appointment={appointment} />
                <Origin appointment={appointment} />
                <CalcomState appointment={appointment} />
                <MessagesSent appointmentId={appointment.id} timezone={appointment.timezone} />
              </CardContent>
            </Card>
          </div>
        }
      />
    </>
  );
}
