"use client";

import { useLocale } from "next-intl";
import type { AppointmentView } from "@/server/appointments/schema";
import { hourOfDay } from "@/server/core/time-of-day";
import { toLocal } from "@/server/core/time-zone";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Card } from "../../ui/card";
import { ColourDot } from "../colour-dot";
import { DayBlockCard } from "./day-block-card";
import { type DayColumn, layOutDay, PIXELS_PER_MINUTE } from "./day-layout";

interface DayColumnsProps {
  appointments: readonly AppointmentView[];
  zone: string;
  now: number;
  freshIds: ReadonlySet<string>;
  onOpen: (id: string) => void;
}

/** The day on a desk: a column for each person, hours down the side, a line for now across. */
export function DayColumns({ appointments, zone, now, freshIds, onOpen }: DayColumnsProps) {
  const locale = useLocale();
  const { firstHour, lastHour, columns } = layOutDay(appointments, zone);
  const hours = Array.from({ length: lastHour - firstHour }, (_, index) => firstHour + index);
  const height = hours.length * 60 * PIXELS_PER_MINUTE;
  const nowTop = (toLocal(zone, now).minutes - firstHour * 60) * PIXELS_PER_MINUTE;
  return (
    <Card>
      <div className="sticky top-(--header) z-10 flex rounded-t-lg border-b bg-card pl-14">
        {columns.map(({ staff }) => (
          <h2 key={staff.id} className="flex min-w-0 flex-1 items-center gap-2 border-l px-2.5 py-2.5 font-semibold">
            <ColourDot colour={staff.colour} />
            <span title={staff.name} className="truncate">
              {staff.name}
            </span>
          </h2>
        ))}
      </div>
      <div className="relative flex pl-14" style={{ height }}>
        {hours.map((hour, index) => (
          <div
            key={hour}
            aria-hidden="true"
            className="pointer-events-none absolute inset-x-0 border-t first:border-t-0"
            style={{ top: index * 60 * PIXELS_PER_MINUTE }}
          >
            <span className="absolute top-1 left-3 text-muted-foreground text-sm tabular-nums">
              {hourOfDay(hour, locale)}
            </span>
          </div>
        ))}
        {columns.map((column) => (
          <Column key={column.staff.id} column={column} now={now} freshIds={freshIds} onOpen={onOpen} />
        ))}
        {nowTop >= 0 && nowTop <= height && <NowLine top={nowTop} now={now} />}
      </div>
    </Card>
  );
}

interface ColumnProps extends Pick<DayColumnsProps, "now" | "freshIds" | "onOpen"> {
  column: DayColumn;
}

function Column({ column, now, freshIds, onOpen }: ColumnProps) {
  return (
    <ul aria-label={column.staff.name} className="relative min-w-0 flex-1 border-l">
      {column.blocks.map((block) => (
        <DayBlockCard
          key={block.appointment.id}
          block={block}
          now={now}
          isFresh={freshIds.has(block.appointment.id)}
          onOpen={() => onOpen(block.appointment.id)}
        />
      ))}
    </ul>
  );
}

function NowLine({ top, now }: { top: number; now: number }) {
  const text = useText("appointments");
  const formatters = useFormatters();
  return (
    <div data-tone="red" className="pointer-events-none absolute inset-x-0 z-[5]" style={{ top }}>
      <span aria-hidden="true" className="absolute inset-x-0 border-tone border-t opacity-60" />
      <span className="absolute -top-2.5 left-1.5 rounded-full bg-tone-subtle px-1.5 font-medium text-sm text-tone-text tabular-nums">
        <span className="sr-only">{text("today.now", { time: formatters.time(now) })}</span>
        <span aria-hidden="true">{formatters.time(now)}</span>
      </span>
    </div>
  );
}
