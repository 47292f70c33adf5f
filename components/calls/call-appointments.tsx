"use client";

import type { CallDetails } from "@/server/calls/schema";
import { type AppointmentStatus, AppointmentStatusBadge } from "../appointments/appointment-status-badge";
import { PageLink } from "../shared/page-link";
import { useFormatters } from "../shared/use-formatters";

/** The appointments that were made in the call. */
export function CallAppointments({ call }: { call: CallDetails }) {
  const format = useFormatters(call.timezone);
  return (
    <ul className="divide-y rounded-md border">
      {call.appointments.map((appointment) => (
        <li
          key={appointment.id}
          className="relative flex items-center gap-3 px-3 py-2.5 transition-colors first:rounded-t-md last:rounded-b-md hover:bg-muted"
        >
          <div className="min-w-0 flex-1">
            <PageLink
              href={`/appointments?open=${appointment.id}`}
              className="block truncate font-medium after:absolute after:inset-0"
            >
              {format.dateTime(appointment.startsAt)}
            </PageLink>
            <p className="text-muted-foreground text-sm">
              {appointment.serviceName} · {appointment.staffName} ·{" "}
              {format.money(appointment.priceCents, appointment.currency)}
            </p>
          </div>
          <AppointmentStatusBadge status={appointment.status as AppointmentStatus} />
        </li>
      ))}
    </ul>
  );
}
