"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { addDays, type LocalDate } from "@/server/core/time-zone";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { cn } from "../../ui/cn";
import { DateInput } from "../../ui/date-input";
import { DAYS_SHOWN, daysFrom } from "./slot-days";

interface DayStripProps {
  /** The first day of the strip, the day that is looked at, and the first that can be booked. */
  first: LocalDate;
  day: LocalDate;
  today: LocalDate;
  /** How many starts are free; undefined while nobody knows. */
  freeOn: (date: LocalDate) => number | undefined;
  onDay: (date: LocalDate) => void;
  onStrip: (first: LocalDate, day?: LocalDate) => void;
}

/** Seven days to choose from, each with what is free, and the way to any other. */
export function DayStrip({ first, day, today, freeOn, onDay, onStrip }: DayStripProps) {
  const text = useText("appointments");
  const utc = useFormatters("UTC");
  const shift = (days: number) => onStrip(addDays(first, days) < today ? today : addDays(first, days));
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-1">
        <Button
          size="icon"
          aria-label={text("slots.earlier")}
          disabled={first <= today}
          onClick={() => shift(-DAYS_SHOWN)}
        >
          <ChevronLeft />
        </Button>
        <DateInput
          aria-label={text("slots.date")}
          value={day}
          min={today}
          onChange={({ target }) => target.value >= today && onStrip(target.value, target.value)}
          className="flex-1"
        />
        <Button size="icon" aria-label={text("slots.later")} onClick={() => shift(DAYS_SHOWN)}>
          <ChevronRight />
        </Button>
      </div>
      <div className="grid grid-cols-7 gap-1">
        {daysFrom(first).map((date) => {
          const free = freeOn(date);
          const [weekday, rest] = dayWords(utc.day(`${date}T12:00:00Z`));
          const count = free === undefined ? "" : text("slots.free", { count: free });
          return (
            <button
              key={date}
              type="button"
              aria-pressed={date === day}
              aria-label={`${utc.longDate(`${date}T12:00:00Z`)}${count && `, ${count}`}`}
              onClick={() => onDay(date)}
              className={cn(
                "flex min-h-14 min-w-0 flex-col items-center justify-center rounded-md border border-transparent leading-4 transition-colors hover:bg-accent",
                free === 0 && "text-muted-foreground",
                date === day && "border-primary bg-primary-subtle text-primary-text",
              )}
            >
              <span className="text-sm">{weekday}</span>
              <span className="font-medium text-lg tabular-nums">{rest}</span>
              <span
                aria-hidden="true"
                data-tone="green"
                className={cn("mt-1 size-1.5 rounded-full", free ? "bg-tone" : "bg-transparent")}
              />
            </button>
          );
        })}
      </div>
    </div>
  );
}

/** `Sa., 21. Nov.` → `Sa` and `21`; `Sat, Nov 21` likewise. */
function dayWords(day: string): [weekday: string, number: string] {
  return [day.split(/[.,]/)[0] ?? "", day.match(/\d+/)?.[0] ?? ""];
}
