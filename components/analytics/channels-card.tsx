"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Bot, CalendarDays, Code, Globe, Import, type LucideIcon, PenLine, PhoneCall, Smartphone } from "lucide-react";
import type { Dashboard } from "@/server/analytics/schema";
import { useTRPC } from "../providers/trpc-provider";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Widget, WidgetNote } from "../shared/widget";
import { useBranch } from "../tenancy/use-branch";
import { Skeleton } from "../ui/skeleton";
import { usePeriod } from "./use-period";

type Channel = Dashboard["channels"][number];

const icons: Record<Channel["source"], LucideIcon> = {
  phone: PhoneCall,
  web: Globe,
  calcom: CalendarDays,
  portal: PenLine,
  api: Code,
  app: Smartphone,
  import: Import,
  mcp: Bot,
};

/** Appointments of the period by where they came from. */
export function ChannelsCard({ className }: { className?: string }) {
  const text = useText("analytics");
  const { period } = usePeriod();
  const branchId = useBranch() ?? undefined;
  const trpc = useTRPC();
  const figures = useQuery(
    trpc.analytics.dashboard.queryOptions({ period, branchId }, { placeholderData: keepPreviousData }),
  );
  return (
    <Widget title={text("channels.title")} query={figures} className={className} skeleton={<ChannelsSkeleton />}>
      {({ channels }) =>
        channels.length === 0 ? (
          <WidgetNote>{text("channels.empty")}</WidgetNote>
        ) : (
          <ul className="flex flex-1 flex-col gap-4 p-4">
            {channels.map((channel) => (
              <ChannelBar key={channel.source} channel={channel} total={sumOf(channels)} />
            ))}
          </ul>
        )
      }
    </Widget>
  );
}

const sumOf = (channels: Channel[]) => channels.reduce((total, { count }) => total + count, 0);

function ChannelBar({ channel, total }: { channel: Channel; total: number }) {
  const text = useText("analytics");
  const format = useFormatters();
  const { source, count } = channel;
  const Icon = icons[source];
  const share = count / total;
  return (
    <li className="flex flex-col gap-1.5">
      <p className="flex items-center gap-2">
        <Icon aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
        <span className="truncate font-medium">{text(`channels.source.${source}`)}</span>
        <span className="ml-auto shrink-0 tabular-nums">
          <span className="sr-only">{text("channels.count", { count })}</span>
          <span aria-hidden="true">{format.number(count)}</span>
        </span>
        <span className="w-12 shrink-0 text-right text-muted-foreground text-sm tabular-nums">
          {format.percent(Math.round(share * 100) / 100)}
        </span>
      </p>
      <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-neutral-4">
        <div className="h-full rounded-full bg-primary" style={{ width: `${share * 100}%` }} />
      </div>
    </li>
  );
}

function ChannelsSkeleton() {
  return (
    <div className="flex flex-col gap-6 p-4">
      {["w-full", "w-4/5", "w-3/5", "w-2/5"].map((width) => (
        <div key={width} className="flex flex-col gap-2">
          <Skeleton className="h-4 w-24" />
          <Skeleton className={`h-1.5 ${width}`} />
        </div>
      ))}
    </div>
  );
}
