"use client";

import { PhoneCall } from "lucide-react";
import type { AppointmentView } from "@/server/appointments/schema";
import { AppointmentStatusBadge } from "../appointments/appointment-status-badge";
import { VisitName } from "../appointments/visit-name";
import { PageLink } from "../shared/page-link";
import { RelativeTime } from "../shared/relative-time";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";

/** One appointment of today: when, who, what with whom. */
export function TodayLine({ appointment }: { appointment: AppointmentView }) {
  const text = useText("analytics");
  const { startsAt, endsAt, timezone, customer, staff, status, source } = appointment;
  const format = useFormatters(timezone);
  return (
    <li className="relative flex min-h-15 items-center gap-4 px-4 py-2 transition-colors hover:bg-muted">
      <div className="min-w-12 shrink-0 whitespace-nowrap text-right">
        <time dateTime={new Date(startsAt).toISOString()} className="font-semibold">
          {format.time(startsAt)}
        </time>
        <p className="text-muted-foreground text-sm tabular-nums">{format.time(endsAt)}</p>
      </div>
      <span aria-hidden="true" className="w-0.75 self-stretch rounded-full" style={{ background: staff.colour }} />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5">
          <PageLink
            href={`/appointments?open=${appointment.id}`}
            className="truncate font-medium after:absolute after:inset-0"
          >
            {customer.name}
          </PageLink>
          {source === "phone" && (
            <PhoneCall
              role="img"
              aria-label={text("activity.booked.phone")}
              className="size-3.5 shrink-0 text-primary-text"
            />
          )}
        </p>
        <p className="truncate text-muted-foreground text-sm">
          <VisitName {...appointment} /> · {staff.name}
        </p>
      </div>
      {status === "confirmed" ? (
        <RelativeTime at={startsAt} className="shrink-0 text-muted-foreground text-sm max-sm:hidden" />
      ) : (
        <AppointmentStatusBadge status={status} />
      )}
    </li>
  );
}
