"use client";

import { PageLink } from "../shared/page-link";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import type { Stranded } from "./stranded";

/** The appointments that somebody has to look after, each with a link; more than the first are counted. */
export function StrandedList({ stranded: { count, appointments }, zone }: { stranded: Stranded; zone?: string }) {
  const text = useText("working-hours");
  const formatters = useFormatters(zone);
  const ids = new Set(appointments.map(({ id }) => id));
  return (
    <ul className="max-h-72 divide-y overflow-y-auto rounded-md border">
      {appointments.map(({ id, startsAt, endsAt, customerName, serviceName, staffName }) => (
        <li key={`${id} ${startsAt}`} className="flex flex-wrap items-baseline justify-between gap-x-4 px-3 py-2">
          <PageLink
            href={`/appointments/${id}`}
            target="_blank"
            className="font-medium text-primary-text hover:underline"
          >
            <time dateTime={startsAt}>
              {formatters.day(startsAt)}, {formatters.timeRange(startsAt, endsAt)}
            </time>
          </PageLink>
          <span className="text-muted-foreground text-sm">
            {[customerName, serviceName, staffName].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
      {count > ids.size && (
        <li className="px-3 py-2 text-muted-foreground text-sm">
          {text("stranded.more", { count: count - ids.size })}
        </li>
      )}
    </ul>
  );
}
