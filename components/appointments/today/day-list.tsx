"use client";

import { MessageSquareText, Phone, StickyNote } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import type { AppointmentView } from "@/server/appointments/schema";
import { useCan } from "../../providers/company-provider";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { cn } from "../../ui/cn";
import { AppointmentStatusBadge } from "../appointment-status-badge";
import { TimeColumn } from "../time-column";
import { VisitName } from "../visit-name";
import { isAtHand } from "./day-plan";
import { StepButtons } from "./step-buttons";

interface DayListProps {
  appointments: readonly AppointmentView[];
  now: number;
  freshIds: ReadonlySet<string>;
  onOpen: (id: string) => void;
}

/** The day from morning to evening, for a phone in one hand; a line says where it is now. */
export function DayList({ appointments, now, freshIds, onOpen }: DayListProps) {
  const nowIndex = appointments.findIndex(({ startsAt }) => startsAt.getTime() > now);
  return (
    <Card>
      <ol className="divide-y">
        {appointments.map((appointment, index) => (
          <Fragment key={appointment.id}>
            {index === nowIndex && <NowLine now={now} />}
            <DayItem
              appointment={appointment}
              now={now}
              isFresh={freshIds.has(appointment.id)}
              onOpen={() => onOpen(appointment.id)}
            />
          </Fragment>
        ))}
        {nowIndex < 0 && <NowLine now={now} />}
      </ol>
    </Card>
  );
}

function NowLine({ now }: { now: number }) {
  const text = useText("appointments");
  const formatters = useFormatters();
  return (
    <li data-tone="red" className="flex items-center gap-2 border-tone! px-4 py-1 font-medium text-sm text-tone-text">
      <span aria-hidden="true" className="size-2 rounded-full bg-tone" />
      {text("today.now", { time: formatters.time(now) })}
    </li>
  );
}

interface DayItemProps {
  appointment: AppointmentView;
  now: number;
  isFresh: boolean;
  onOpen: () => void;
}

function DayItem({ appointment, now, isFresh, onOpen }: DayItemProps) {
  const text = useText("appointments");
  const canSeeCalls = useCan("view_calls");
  const { customer, staff, startsAt, endsAt, status, notes, callId } = appointment;
  const isOver = status === "completed" || status === "no_show";
  return (
    <li
      data-tone={isFresh ? "brand" : undefined}
      className={cn("flex flex-col gap-2 px-4 py-3 transition-colors", isFresh && "bg-tone-subtle")}
    >
      <div className="relative flex gap-3">
        <TimeColumn startsAt={startsAt} endsAt={endsAt} zone={appointment.timezone} isOver={isOver} />
        <div className="min-w-0 flex-1">
          <button
            type="button"
            onClick={onOpen}
            className={cn(
              "block max-w-full break-words text-left font-semibold after:absolute after:inset-0",
              isOver && "text-muted-foreground",
            )}
          >
            {customer.name}
          </button>
          <p className="break-words text-muted-foreground">
            <VisitName {...appointment} /> · {staff.name}
          </p>
          {notes && (
            <p className="mt-1 flex items-start gap-1.5">
              <StickyNote aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
              <span className="line-clamp-3 whitespace-pre-line">{notes}</span>
            </p>
          )}
        </div>
        <AppointmentStatusBadge status={status} />
      </div>
      {isAtHand(appointment, now) && (
        <div className="flex flex-wrap gap-1.5 sm:pl-15">
          <StepButtons appointment={appointment} now={now} />
          {customer.phone && (
            <Button asChild size="icon">
              <a href={`tel:${customer.phone}`} aria-label={text("today.phoneTo", { name: customer.name })}>
                <Phone />
              </a>
            </Button>
          )}
          {callId && canSeeCalls && (
            <Button asChild size="icon">
              <Link
                href={`/calls/${callId}`}
                prefetch={false}
                aria-label={text("today.callOf", { name: customer.name })}
              >
                <MessageSquareText />
              </Link>
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
