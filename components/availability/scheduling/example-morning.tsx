"use client";

import { useLocale } from "next-intl";
import { timeOfDay } from "@/server/core/time-of-day";
import type { SlotMode } from "@/server/tenancy/scheduling/schema";
import { useText } from "../../shared/use-text";
import { EXAMPLE, exampleStarts } from "./example-starts";

interface ExampleMorningProps {
  slotIntervalMinutes: number;
  slotMode: SlotMode;
}

/** What a caller would be offered on a morning that everybody can picture, worked out by the engine that offers it. */
export function ExampleMorning(offering: ExampleMorningProps) {
  const text = useText("scheduling");
  const locale = useLocale();
  const lead = { ...EXAMPLE, from: timeOfDay(EXAMPLE.from, locale), until: timeOfDay(EXAMPLE.until, locale) };
  const starts = exampleStarts(offering);
  return (
    <section
      role="status"
      aria-label={text("example.title")}
      className="flex flex-col gap-2 rounded-md bg-muted px-3 py-2.5"
    >
      <p className="font-medium text-sm">{text("example.title")}</p>
      <p className="text-muted-foreground text-sm">{text("example.lead", lead)}</p>
      <ul className="flex flex-wrap gap-1.5">
        {starts.map((start) => (
          <li key={start} className="rounded-sm border bg-card px-2 py-0.5 text-sm tabular-nums">
            {timeOfDay(start, locale)}
          </li>
        ))}
      </ul>
      <p className="text-sm">{text("example.count", { count: starts.length })}</p>
    </section>
  );
}
