"use client";

import type { Activity } from "@/server/analytics/schema";
import { PageLink } from "../shared/page-link";
import { RelativeTime } from "../shared/relative-time";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { activityLooks } from "./activity-look";

/** Who, what and when; leads to the call or the appointment. */
export function ActivityLine({ entry }: { entry: Activity }) {
  const text = useText("analytics");
  const { kind, customer, at } = entry;
  const { tone, icon: Icon } = activityLooks[kind];
  return (
    <li className="relative flex min-h-15 items-center gap-3 px-4 py-2 transition-colors hover:bg-muted">
      <span
        data-tone={tone}
        className="flex size-8 shrink-0 items-center justify-center rounded-full bg-tone-subtle text-tone-text"
      >
        <Icon aria-hidden="true" className="size-4" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline justify-between gap-2">
          <PageLink href={targetOf(entry)} className="truncate font-medium after:absolute after:inset-0">
            {customer?.name || text("activity.hidden")}
          </PageLink>
          <RelativeTime at={at} className="shrink-0 text-muted-foreground text-sm" />
        </p>
        <What entry={entry} />
      </div>
    </li>
  );
}

function What({ entry }: { entry: Activity }) {
  const text = useText("analytics");
  const calls = useText("calls");
  const { kind, source, call, appointment } = entry;
  const format = useFormatters(appointment?.timezone);
  const isBooking = kind === "booked" && source;
  const words =
    kind === "call_ended"
      ? calls(`outcome.${call?.outcome ?? "unknown"}`)
      : text(isBooking ? `activity.booked.${source}` : `activity.${kind}`);
  const details =
    kind === "call_ended"
      ? call?.durationSec != null && format.duration(call.durationSec)
      : appointment && `${format.dateTime(appointment.startsAt)} · ${appointment.serviceName}`;
  const isMove = kind === "rescheduled" && appointment;
  return (
    <p className="truncate text-muted-foreground text-sm">
      {isMove
        ? `${words} ${format.dateTime(appointment.startsAt)} · ${appointment.serviceName}`
        : [words, details].filter(Boolean).join(" · ")}
    </p>
  );
}

function targetOf({ kind, call, appointment }: Activity): string {
  const isAboutCall = call && (kind === "call_ended" || kind === "booked");
  if (isAboutCall) return `/calls/${call.id}`;
  return appointment ? `/appointments?open=${appointment.id}` : "/calls";
}
