"use client";

import { type KeyboardEvent, useRef } from "react";
import { addDays, type LocalDate } from "@/server/core/time-zone";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { cn } from "../../ui/cn";
import type { Block } from "./blocks";
import type { Colouring } from "./calendar-state";
import { MOST_SHOWN, type MonthDay } from "./month-days";
import { MonthEntry } from "./month-entry";

interface MonthGridProps {
  days: readonly MonthDay[];
  /** A day of the month that is meant; those of its neighbours stand back. */
  month: string;
  today: LocalDate;
  zone: string;
  colouring: Colouring;
  staffColour: (staffId: string) => string;
  onDay: (date: LocalDate) => void;
  onOpen: (block: Block) => void;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month of days: how much there is in each, the first few by name, and the way into it. Arrow keys walk through the days. */
export function MonthGrid({ days, month, today, zone, colouring, staffColour, onDay, onOpen }: MonthGridProps) {
  const text = useText("calendar");
  const formatters = useFormatters("UTC");
  const table = useRef<HTMLTableElement>(null);
  const weeks = Array.from({ length: days.length / 7 }, (_, nr) => days.slice(nr * 7, nr * 7 + 7));
  const handleKey = (event: KeyboardEvent, date: LocalDate) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-day="${addDays(date, step)}"]`)?.focus();
  };
  return (
    <table ref={table} className="w-full table-fixed border-collapse">
      <caption className="sr-only">{text("month.caption")}</caption>
      <thead>
        <tr>
          {weeks[0]?.map(({ date }) => (
            <th
              key={date}
              scope="col"
              className="border-b px-2 py-1.5 text-left font-medium text-muted-foreground text-sm"
            >
              {formatters.day(date).split(",")[0]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map(({ date, blocks, holiday, isClosed }) => (
              <td
                key={date}
                data-tone={holiday ? "violet" : undefined}
                className={cn(
                  "h-16 border-t border-l p-0 align-top first:border-l-0 md:h-36",
                  (isClosed || holiday) && "bg-neutral-2",
                )}
              >
                <div className="flex min-w-0 flex-col gap-0.5 p-1">
                  <button
                    type="button"
                    data-day={date}
                    aria-current={date === today ? "date" : undefined}
                    aria-label={text("month.day", { day: formatters.longDate(date), count: blocks.length })}
                    onClick={() => onDay(date)}
                    onKeyDown={(event) => handleKey(event, date)}
                    className="flex min-h-7 flex-wrap items-center gap-1 rounded-sm px-0.5 text-left hover:bg-accent max-md:flex-col max-md:items-start pointer-coarse:min-h-11"
                  >
                    <span
                      className={cn(
                        "inline-flex size-6 items-center justify-center rounded-full text-sm tabular-nums",
                        date.slice(0, 7) !== month && "text-muted-foreground",
                        date === today ? "bg-primary font-semibold text-primary-foreground" : "font-medium",
                      )}
                    >
                      {Number(date.slice(8))}
                    </span>
                    {blocks.length > 0 && (
                      <span className="text-muted-foreground text-sm tabular-nums">
                        {blocks.length}
                        <span className="max-lg:hidden"> {text("month.unit", { count: blocks.length })}</span>
                      </span>
                    )}
                    {isClosed && <span className="text-muted-foreground text-sm max-lg:hidden">{text("closed")}</span>}
                  </button>
                  {holiday && (
                    <p title={holiday} className="truncate px-1 text-sm text-tone-text max-md:hidden">
                      {holiday}
                    </p>
                  )}
                  <ul className="flex flex-col gap-0.5 max-md:hidden">
                    {blocks.slice(0, MOST_SHOWN).map((block) => (
                      <MonthEntry
                        key={block.key}
                        {...{ block, zone, colouring, onOpen }}
                        staffColour={staffColour(block.staffId)}
                      />
                    ))}
                  </ul>
                  {blocks.length > MOST_SHOWN && (
                    <button
                      type="button"
                      tabIndex={-1}
                      onClick={() => onDay(date)}
                      className="min-h-6 self-start rounded-sm px-1 text-muted-foreground text-sm hover:underline max-md:hidden"
                    >
                      {text("month.more", { count: blocks.length - MOST_SHOWN })}
                    </button>
                  )}
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
