"use client";

import { useQuery } from "@tanstack/react-query";
import {
  CalendarSync,
  CircleCheck,
  type LucideIcon,
  MessageSquareText,
  Plug,
  TriangleAlert,
  Workflow,
} from "lucide-react";
import type { SystemHealth } from "@/server/analytics/schema";
import { useTRPC } from "../providers/trpc-provider";
import { useText } from "../shared/use-text";
import { Widget, WidgetRowsSkeleton } from "../shared/widget";
import { type HealthLine, healthLines } from "./health-lines";

const icons: Record<HealthLine["kind"], LucideIcon> = {
  integration: Plug,
  messages: MessageSquareText,
  events: Workflow,
  calendar: CalendarSync,
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
  const Icon = icons[line.kind];
  return (
    <li className="flex min-h-12 items-center gap-3 px-4 py-2">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
      <span className="truncate">{text(line.name)}</span>
      <span data-tone={line.tone} className="ml-auto flex shrink-0 items-center gap-2 text-sm text-tone-text">
        <span aria-hidden="true" className="size-2 rounded-full bg-tone" />
        {text(line.says, { count: line.count })}
      </span>
    </li>
  );
}
