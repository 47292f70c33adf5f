"use client";

import { useNow } from "../appointments/use-now";
import { ErrorState } from "../shared/error-state";
import { useText } from "../shared/use-text";
import { WidgetNote, WidgetRowsSkeleton } from "../shared/widget";
import { weaveTimeline } from "./timeline-entries";
import { TimelineLine } from "./timeline-line";
import { useCustomerHistory } from "./use-customer-history";

interface CustomerTimelineProps {
  customerId: string;
  loadedAt: number;
  /** The latest only, in a panel. */
  atMost?: number;
}

/** What is to come and what was: appointments, calls and notes in one course. */
export function CustomerTimeline({ customerId, loadedAt, atMost }: CustomerTimelineProps) {
  const text = useText("customers");
  const history = useCustomerHistory(customerId);
  const now = useNow(loadedAt);
  if (history.error) return <ErrorState error={history.error} onRetry={history.retry} />;
  if (history.isLoading) return <WidgetRowsSkeleton rows={5} rowClass="h-16" />;
  const { upcoming, past } = weaveTimeline(
    {
      appointments: history.appointments.data?.items ?? [],
      calls: history.calls.data?.items ?? [],
      notes: history.notes.data?.items ?? [],
    },
    now,
  );
  if (upcoming.length + past.length === 0) return <WidgetNote>{text("timeline.empty")}</WidgetNote>;
  return (
    <div className="flex flex-col">
      {[
        { key: "upcoming", entries: upcoming },
        { key: "past", entries: past.slice(0, atMost) },
      ]
        .filter(({ entries }) => entries.length > 0)
        .map(({ key, entries }) => (
          <section key={key}>
            <h3 className="border-b bg-neutral-2 px-4 py-1.5 font-medium text-muted-foreground text-sm">
              {text(`timeline.${key}`)}
            </h3>
            <ol className="divide-y border-b last:border-b-0">
              {entries.map((entry) => (
                <TimelineLine key={entry.id} entry={entry} />
              ))}
            </ol>
          </section>
        ))}
    </div>
  );
}
