"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CallView } from "@/server/calls/schema";
import { useTRPC } from "../providers/trpc-provider";
import { PageLink } from "../shared/page-link";
import { RelativeTime } from "../shared/relative-time";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Widget, WidgetNote, WidgetRowsSkeleton } from "../shared/widget";
import { useBranch } from "../tenancy/use-branch";
import { Button } from "../ui/button";
import { CallOutcomeBadge } from "./call-outcome-badge";
import { CallerName } from "./caller-name";
import { recentCallsInput } from "./inputs";

/** The latest calls with a taste of what was said. */
export function RecentCallsCard({ className }: { className?: string }) {
  const text = useText("calls");
  const branchId = useBranch() ?? undefined;
  const trpc = useTRPC();
  const calls = useQuery(
    trpc.calls.list.queryOptions(recentCallsInput(branchId), { placeholderData: keepPreviousData }),
  );
  return (
    <Widget
      title={text("recent.title")}
      query={calls}
      className={className}
      skeleton={<WidgetRowsSkeleton rows={5} rowClass="h-18" />}
      action={
        <Button variant="link" size="inline" asChild>
          <PageLink href="/calls">{text("recent.all")}</PageLink>
        </Button>
      }
    >
      {({ items }) =>
        items.length === 0 ? (
          <WidgetNote>{text("recent.empty")}</WidgetNote>
        ) : (
          <ul className="divide-y">
            {items.map((call) => (
              <RecentCall key={call.id} call={call} />
            ))}
          </ul>
        )
      }
    </Widget>
  );
}

function RecentCall({ call }: { call: CallView }) {
  const text = useText("calls");
  const format = useFormatters(call.timezone);
  const { transcriptPreview, summary, durationSec, startedAt } = call;
  return (
    <li className="relative flex min-h-18 flex-col justify-center gap-1 px-4 py-2.5 transition-colors hover:bg-muted">
      <div className="flex items-baseline gap-3">
        <PageLink href={`/calls/${call.id}`} className="truncate font-medium after:absolute after:inset-0">
          <CallerName call={call} />
        </PageLink>
        <span className="ml-auto flex shrink-0 items-baseline gap-2 text-muted-foreground text-sm tabular-nums">
          {durationSec !== null && <span className="max-sm:hidden">{format.duration(durationSec)}</span>}
          <RelativeTime at={startedAt} />
        </span>
      </div>
      <div className="flex gap-x-2 gap-y-1 max-sm:flex-col sm:items-center">
        <CallOutcomeBadge call={call} />
        <p className="line-clamp-2 min-w-0 text-muted-foreground text-sm sm:line-clamp-1">
          {transcriptPreview ? text("quote", { words: transcriptPreview }) : (summary ?? text("recent.noWords"))}
        </p>
      </div>
    </li>
  );
}
