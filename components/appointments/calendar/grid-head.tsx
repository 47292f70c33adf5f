"use client";

import { CalendarPlus, PartyPopper } from "lucide-react";
import type { LocalDate } from "@/server/core/time-zone";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Avatar } from "../../ui/avatar";
import { cn } from "../../ui/cn";
import { ColourDot } from "../colour-dot";
import type { Column, DayGroup } from "./columns";
import { type Widths, widthsOf } from "./grid-widths";

interface GridHeadProps {
  groups: readonly DayGroup[];
  widths: Widths;
  today: LocalDate;
  /** Absent for whoever may not book. */
  onBook?: ((column: Column) => void) | undefined;
  onDay: (date: LocalDate) => void;
}

/** The days, and under each the people; a head books for its person. */
export function GridHead({ groups, widths, today, onBook, onDay }: GridHeadProps) {
  const isOfMany = groups.some(({ columns }) => columns.length > 1);
  return (
    <div className="sticky top-0 z-20 flex w-full border-b bg-card">
      <div className="sticky left-0 z-10 w-14 shrink-0 bg-card" />
      {groups.map((group) => (
        <div key={group.date} className="flex min-w-0 flex-col border-l" style={widthsOf(group, widths)}>
          {groups.length > 1 && <DayHead group={group} isToday={group.date === today} onDay={onDay} />}
          {groups.length === 1 && group.holiday && <Holiday name={group.holiday} />}
          {(groups.length === 1 || isOfMany) && (
            <div className="flex min-w-0 flex-1">
              {group.columns.map((column) => (
                <PersonHead key={column.key} column={column} isNarrow={groups.length > 1} onBook={onBook} />
              ))}
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

interface DayHeadProps {
  group: DayGroup;
  isToday: boolean;
  onDay: (date: LocalDate) => void;
}

function DayHead({ group: { date, holiday, columns }, isToday, onDay }: DayHeadProps) {
  const formatters = useFormatters("UTC");
  const text = useText("calendar");
  return (
    <div className="sticky left-14 w-fit min-w-0 max-w-full px-1.5 py-1.5">
      <button
        type="button"
        onClick={() => onDay(date)}
        aria-current={isToday ? "date" : undefined}
        className={cn(
          "max-w-full truncate rounded-sm px-1 font-semibold hover:bg-accent",
          isToday && "bg-primary text-primary-foreground hover:bg-primary-hover",
        )}
      >
        {formatters.day(date)}
      </button>
      {holiday && <Holiday name={holiday} />}
      {columns.length === 0 && !holiday && <p className="px-1 text-muted-foreground text-sm">{text("closed")}</p>}
    </div>
  );
}

function Holiday({ name }: { name: string }) {
  return (
    <p data-tone="violet" className="flex min-w-0 items-center gap-1 px-1.5 text-sm text-tone-text" title={name}>
      <PartyPopper aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate">{name}</span>
    </p>
  );
}

interface PersonHeadProps {
  column: Column;
  isNarrow: boolean;
  onBook?: ((column: Column) => void) | undefined;
}

function PersonHead({ column, isNarrow, onBook }: PersonHeadProps) {
  const text = useText("calendar");
  const { name, colour, avatarUrl } = column.person;
  return (
    <div
      className={cn(
        "flex min-w-0 flex-1 items-center gap-1.5 border-l px-2 first:border-l-0",
        isNarrow ? "py-1" : "py-2",
      )}
    >
      {avatarUrl && !isNarrow && <Avatar name={name} src={avatarUrl} size="sm" />}
      <ColourDot colour={colour} />
      <h2 title={name} className={cn("min-w-0 flex-1 truncate", isNarrow ? "text-sm" : "font-semibold")}>
        {name}
      </h2>
      {onBook && !isNarrow && (
        <button
          type="button"
          onClick={() => onBook(column)}
          aria-label={text("bookWith", { name })}
          title={text("bookWith", { name })}
          className="rounded-sm p-1 text-muted-foreground hover:bg-accent hover:text-foreground"
        >
          <CalendarPlus aria-hidden="true" className="size-4" />
        </button>
      )}
    </div>
  );
}
