"use client";

import type { Calendar } from "@/server/appointments/calendar/schema";
import { type LocalDate, toLocal } from "@/server/core/time-zone";
import { Agenda } from "./agenda";
import type { View } from "./calendar-state";
import { layOutGrid } from "./columns";
import { monthDays } from "./month-days";
import { MonthGrid } from "./month-grid";
import { TimeGrid, type TimeGridProps } from "./time-grid";

interface CalendarViewProps extends Omit<TimeGridProps, "grid"> {
  calendar: Calendar;
  view: View;
  date: LocalDate;
  days: readonly LocalDate[];
  staffIds: readonly string[];
}

/** Columns where there is room for them; a phone and paper get the days one below the other. */
export function CalendarView({ calendar, view, date, days, staffIds, ...shown }: CalendarViewProps) {
  const { zone, now, colouring, onOpen, onDay } = shown;
  const list = monthDays(calendar, { days, staffIds });
  const people = new Map(calendar.people.map((person) => [person.id, person]));
  const staff = (id: string) => people.get(id) ?? { name: "", colour: "var(--neutral-8)" };
  if (view === "month") {
    return (
      <MonthGrid
        {...{ zone, colouring, onOpen, onDay }}
        days={list}
        month={date.slice(0, 7)}
        today={toLocal(zone, now).date}
        staffColour={(id) => staff(id).colour}
      />
    );
  }
  return (
    <>
      <div className="max-md:hidden print:hidden">
        <TimeGrid {...shown} grid={layOutGrid(calendar, { days, staffIds })} />
      </div>
      <div className="md:hidden print:block">
        <Agenda {...{ zone, onOpen, staff }} days={list} />
      </div>
    </>
  );
}
