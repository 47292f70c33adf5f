"use client";

import { useQuery } from "@tanstack/react-query";
import {
  CalendarRange,
  CircleCheck,
  Clock,
  type LucideIcon,
  MessageSquareText,
  Plug,
  TriangleAlert,
} from "lucide-react";
import type { SystemHealth } from "@/server/analytics/schema";
import { useCompany } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { PageLink } from "../shared/page-link";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Widget, WidgetRowsSkeleton } from "../shared/widget";
import { cn } from "../ui/cn";
import { type HealthLine, healthLines } from "./health-lines";

const icons: Record<HealthLine["kind"], LucideIcon> = {
  integration: Plug,
  messages: MessageSquareText,
  events: Clock,
  calendar: CalendarRange,
  drift: CalendarRange,
};

/** Whether everything behind the pages works: what is connected, and what waits. */
export function HealthCard({ className }: { className?: string }) {
  const text = useText("analytics");
  const trpc = useTRPC();
  const health = useQuery(trpc.analytics.health.queryOptions());
  return (
    <Widget
      title={text("health.title")}
      query={health}
      className={className}
      skeleton={<WidgetRowsSkeleton rows={4} rowClass="h-12" />}
      action={health.data && <Verdict health={health.data} />}
    >
      {(data) => (
        <ul className="divide-y">
          {healthLines(data).map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </ul>
      )}
    </Widget>
  );
}

function Verdict({ health }: { health: SystemHealth }) {
  const text = useText("analytics");
  const isWell = healthLines(health).every((line) => line.tone === "green");
  const Icon = isWell ? CircleCheck : TriangleAlert;
  return (
    <span
      data-tone={isWell ? "green" : "amber"}
      className="flex items-center gap-1.5 font-medium text-sm text-tone-text"
    >
      <Icon aria-hidden="true" className="size-4" />
      {text(isWell ? "health.allWell" : "health.attention")}
    </span>
  );
}

function Line({ line }: { line: HealthLine }) {
  const text = useText("analytics");
  const formatters = useFormatters();
  const { permissions } = useCompany();
  const Icon = icons[line.kind];
  const href = line.page && permissions.includes(line.page.permission) ? line.page.href : null;
  return (
    <li
      className={cn("relative flex min-h-12 items-center gap-3 px-4 py-2", href && "transition-colors hover:bg-muted")}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
      {href ? (
        <PageLink href={href} className="truncate after:absolute after:inset-0">
          {text(line.name)}
        </PageLink>
      ) : (
        <span className="truncate">{text(line.name)}</span>
      )}
      <span data-tone={line.tone} className="ml-auto flex shrink-0 items-center gap-2 text-sm text-tone-text">
        <span aria-hidden="true" className="size-2 rounded-full bg-tone" />
        {text(line.says, { count: line.count, rate: formatters.percent(line.rate ?? 0) })}
      </span>
    </li>
  );
}
