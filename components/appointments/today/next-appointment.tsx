"use client";

import { CalendarCheck2, Phone, StickyNote } from "lucide-react";
import Link from "next/link";
import type { AppointmentView } from "@/server/appointments/schema";
import { useCan } from "../../providers/company-provider";
import { RelativeTime } from "../../shared/relative-time";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { AppointmentStatusBadge } from "../appointment-status-badge";
import { isAtHand } from "./day-plan";
import { StepButtons } from "./step-buttons";

interface NextAppointmentProps {
  appointment: AppointmentView | null;
  now: number;
  onOpen: (id: string) => void;
}

/** Who comes next, what to know about them, and the buttons for it. */
export function NextAppointment({ appointment, now, onOpen }: NextAppointmentProps) {
  const text = useText("appointments");
  const formatters = useFormatters(appointment?.timezone);
  const canSeeCalls = useCan("view_calls");
  if (!appointment) {
    return (
      <Card className="mb-4 flex-row items-center gap-3 p-4">
        <CalendarCheck2 aria-hidden="true" className="size-5 text-muted-foreground" />
        <p className="font-medium">{text("today.allDone")}</p>
      </Card>
    );
  }
  const { customer, serviceName, staff, startsAt, endsAt, notes, callId } = appointment;
  return (
    <Card className="mb-4 gap-4 p-4 md:flex-row md:items-center" aria-label={text("today.next")}>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-muted-foreground">
          <span className="font-medium">{text("today.next")}</span>
          <RelativeTime at={startsAt} />
          <AppointmentStatusBadge status={appointment.status} />
        </p>
        <h2 className="mt-1 font-semibold text-xl tracking-tight">
          <span className="tabular-nums">{formatters.time(startsAt)}</span> {customer.name}
        </h2>
        <p className="text-muted-foreground">
          {serviceName} · {formatters.timeRange(startsAt, endsAt)} · {staff.name}
        </p>
        {notes && (
          <p className="mt-1.5 flex items-start gap-2">
            <StickyNote aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
            <span className="whitespace-pre-line">{notes}</span>
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {isAtHand(appointment, now) && <StepButtons appointment={appointment} now={now} />}
        {customer.phone && (
          <Button asChild className="flex-1 sm:flex-none">
            <a href={`tel:${customer.phone}`}>
              <Phone />
              {text("today.phone")}
            </a>
          </Button>
        )}
        {callId && canSeeCalls && (
          <Button asChild variant="ghost" className="flex-1 sm:flex-none">
            <Link href={`/calls/${callId}`} prefetch={false}>
              {text("today.call")}
            </Link>
          </Button>
        )}
        <Button variant="ghost" onClick={() => onOpen(appointment.id)} className="flex-1 sm:flex-none">
          {text("today.details")}
        </Button>
      </div>
    </Card>
  );
}
