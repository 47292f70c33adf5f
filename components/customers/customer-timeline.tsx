"use client";

import type { ReactNode } from "react";
import { useNow } from "../appointments/use-now";
import { ErrorState } from "../shared/error-state";
import { useText } from "../shared/use-text";
import { WidgetNote, WidgetRowsSkeleton } from "../shared/widget";
import { type TimelineEntry, type TimelineKind, weaveTimeline } from "./timeline-entries";
import { TimelineLine } from "./timeline-line";
import { useTimeline } from "./use-timeline";

interface CustomerTimelineProps {
  customerId: string;
  loadedAt: number;
  /** The latest only, in a panel. */
  atMost?: number;
  kind?: TimelineKind | null;
  before?: Date | null;
  /** The way to what was before, under what is shown. */
  older?: (olderThan: Date | null) => ReactNode;
}

/** What is to come and what was: appointments, calls, messages, changes and notes in one course. */
export function CustomerTimeline(props: CustomerTimelineProps) {
  const { customerId, loadedAt, atMost, kind = null, before = null, older } = props;
  const text = useText("customers");
  const history = useTimeline({ customerId, kind, before });
  const now = useNow(loadedAt);
  if (history.error) return <ErrorState error={history.error} onRetry={history.retry} />;
  if (history.isLoading) return <WidgetRowsSkeleton rows={5} rowClass="h-16" />;
  const { upcoming, past, olderThan } = weaveTimeline(history.source, { now, before });
  const isEmpty = upcoming.length + past.length === 0;
  return (
    <div className="flex flex-col">
      {isEmpty && <WidgetNote>{text(kind || before ? "timeline.nothing" : "timeline.empty")}</WidgetNote>}
      <Course title={text("timeline.upcoming")} entries={upcoming} />
      <Course title={text("timeline.past")} entries={past.slice(0, atMost)} />
      {older?.(olderThan)}
    </div>
  );
}

function Course({ title, entries }: { title: string; entries: TimelineEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h3 className="border-b bg-neutral-2 px-4 py-1.5 font-medium text-muted-foreground text-sm">{title}</h3>
      <ol className="divide-y border-b last:border-b-0">
        {entries.map((entry) => (
          <TimelineLine key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
