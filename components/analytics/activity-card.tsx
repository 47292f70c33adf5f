"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { useText } from "../shared/use-text";
import { Widget, WidgetNote, WidgetRowsSkeleton } from "../shared/widget";
import { useBranch } from "../tenancy/use-branch";
import { ActivityLine } from "./activity-line";

/** What happened last, by itself up to date. Scrolls in a frame as high as its neighbour. */
export function ActivityCard({ className }: { className?: string }) {
  const text = useText("analytics");
  const branchId = useBranch() ?? undefined;
  const trpc = useTRPC();
  const feed = useQuery(trpc.analytics.activity.queryOptions({ branchId }, { placeholderData: keepPreviousData }));
  return (
    <Widget
      title={text("activity.title")}
      query={feed}
      className={className}
      skeleton={<WidgetRowsSkeleton rows={6} rowClass="h-15" />}
    >
      {(entries) =>
        entries.length === 0 ? (
          <WidgetNote>{text("activity.empty")}</WidgetNote>
        ) : (
          <div className="relative min-h-90 flex-1 max-lg:min-h-0">
            <div className="inset-0 lg:absolute lg:overflow-y-auto">
              <ul className="divide-y max-lg:[&>li:nth-child(n+9)]:hidden">
                {entries.map((entry) => (
                  <ActivityLine key={entry.id} entry={entry} />
                ))}
              </ul>
            </div>
          </div>
        )
      }
    </Widget>
  );
}
