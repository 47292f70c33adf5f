"use client";

import { useQuery } from "@tanstack/react-query";
import { Maximize2 } from "lucide-react";
import Link from "next/link";
import { useTRPC } from "../../providers/trpc-provider";
import { useCloseDialog } from "../../shared/dialog-slot";
import { ErrorState } from "../../shared/error-state";
import { SidePanel } from "../../shared/side-panel";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { AppointmentStatusBadge } from "../appointment-status-badge";
import { useMayDo } from "../use-status-steps";
import { AppointmentActions } from "./appointment-actions";
import { AppointmentSections } from "./appointment-sections";
import { SectionsSkeleton } from "./sections-skeleton";

/** An appointment beside the list or the day that it was opened from. */
export function AppointmentPanel({ appointmentId }: { appointmentId: string }) {
  const text = useText("appointments");
  const query = useQuery(useTRPC().appointments.get.queryOptions({ appointmentId }));
  const appointment = query.data;
  const formatters = useFormatters(appointment?.timezone);
  const mayDo = useMayDo();
  return (
    <SidePanel
      title={appointment?.customer.name ?? text("details.title")}
      description={
        appointment && (
          <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            <AppointmentStatusBadge status={appointment.status} />
            <span>
              {formatters.day(appointment.startsAt)}, {formatters.timeRange(appointment.startsAt, appointment.endsAt)}
            </span>
            <Link
              href={`/appointments/${appointment.id}`}
              prefetch={false}
              className="inline-flex items-center gap-1.5 text-primary-text underline-offset-4 hover:underline"
            >
              <Maximize2 aria-hidden="true" className="size-3.5" />
              {text("details.openPage")}
            </Link>
          </span>
        )
      }
      onClose={useCloseDialog()}
      actions={
        (appointment?.actions.some(mayDo) || appointment?.undo) && <AppointmentActions appointment={appointment} />
      }
    >
      {appointment ? (
        <AppointmentSections appointment={appointment} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => query.refetch()} />
      ) : (
        <SectionsSkeleton />
      )}
    </SidePanel>
  );
}
