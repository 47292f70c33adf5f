"use client";

import type { Timeline } from "@/server/catalog/services/rules/timeline";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";

/** What the chain comes to, in words. */
export function ChainFigures({ timeline }: { timeline: Timeline }) {
  const text = useText("catalog");
  const { minutes } = useFormatters();
  const { shortestMinutes: shortest, longestMinutes: longest, takenMinutes, freeMinutes } = timeline;
  const figures = [
    [text("timeline.total"), longest > shortest ? `${minutes(shortest)} – ${minutes(longest)}` : minutes(shortest)],
    [text("timeline.taken"), minutes(takenMinutes)],
    [text("timeline.freeForOthers"), minutes(freeMinutes)],
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {figures.map(([label, value]) => (
        <div key={label} className="flex flex-col">
          <dt className="text-muted-foreground text-sm">{label}</dt>
          <dd className="font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
