"use client";

import type { ExceptionView, TeamMonth } from "@/server/availability/exceptions/schema";
import { weekdayOf } from "@/server/core/time-zone";
import { useText } from "../../shared/use-text";
import { cn } from "../../ui/cn";
import { useDayNames } from "../hours/use-day-names";
import { marksOf, rowsOf } from "./month-layout";
import { MonthMark } from "./month-mark";

interface MonthTableProps {
  team: TeamMonth;
  name: string;
  today: string;
  onOpen: (absence: ExceptionView) => void;
}

/** The first column stays while the days move below it. */
export function MonthTable({ team, name, today, onOpen }: MonthTableProps) {
  const text = useText("absences");
  const short = useDayNames("short");
  const { general, people } = rowsOf(team);
  const holidays = new Map(team.holidays.map((day) => [day.date, day.name]));
  const tint = (day: string) => (holidays.has(day) || [0, 6].includes(weekdayOf(day)) ? "bg-neutral-3" : "");
  const rows = [
    ...(general.length > 0 ? [{ id: "all", name: text("month.everybody"), absences: general, worksOn: null }] : []),
    ...people,
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section aria-label={text("month.caption", { month: name })} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{text("month.caption", { month: name })}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 min-w-32 bg-card px-4 py-2 text-left font-medium text-muted-foreground"
            >
              {text("month.person")}
            </th>
            {team.days.map((day) => (
              <th
                key={day}
                scope="col"
                title={holidays.get(day)}
                className={cn("min-w-8 border-l px-0.5 py-1 text-center font-normal", tint(day))}
              >
                <span className="block text-muted-foreground">{short[weekdayOf(day)]?.slice(0, 2)}</span>
                <span
                  className={cn(
                    "block tabular-nums",
                    day === today && "rounded-sm bg-primary font-semibold text-primary-foreground",
                  )}
                >
                  {Number(day.slice(8))}
                </span>
                {holidays.has(day) && <span className="sr-only">{holidays.get(day)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-t">
              <th
                scope="row"
                title={row.name}
                className="sticky left-0 z-10 max-w-40 truncate bg-card px-4 py-1.5 text-left font-medium"
              >
                {row.name}
              </th>
              {marksOf(row.absences, team.days).map((mark, at) => {
                const day = team.days[at] ?? "";
                return (
                  <td key={day} className={cn("h-9 border-l p-0 align-middle", tint(day))}>
                    {mark && <MonthMark mark={mark} onOpen={onOpen} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
