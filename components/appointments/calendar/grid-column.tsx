"use client";

import { Plus } from "lucide-react";
import { useLocale } from "next-intl";
import { type MouseEvent, type ReactNode, useState } from "react";
import { timeOfDay } from "@/server/core/time-of-day";
import { useText } from "../../shared/use-text";
import { ColumnGround } from "./column-ground";
import type { Column } from "./columns";
import { PIXELS_PER_MINUTE, px, SNAP_MINUTES } from "./grid-scale";

interface GridColumnProps {
  column: Column;
  firstHour: number;
  lastHour: number;
  /** Nothing can be booked before this minute of the day; null where one may not book at all. */
  bookableFrom: number | null;
  onBook: (minutes: number) => void;
  children: ReactNode;
}

/** One person's day: shaded when they are not at work; a click on free time books there. */
export function GridColumn({ column, firstHour, lastHour, bookableFrom, onBook, children }: GridColumnProps) {
  const text = useText("calendar");
  const locale = useLocale();
  const [hovered, setHovered] = useState<number | null>(null);
  const offset = firstHour * 60;
  const freeAt = (event: MouseEvent<HTMLElement>): number | null => {
    if (bookableFrom === null || event.target !== event.currentTarget) return null;
    const { top } = event.currentTarget.getBoundingClientRect();
    const at = offset + (event.clientY - top) / PIXELS_PER_MINUTE;
    const minutes = Math.floor(at / SNAP_MINUTES) * SNAP_MINUTES;
    return minutes >= bookableFrom ? minutes : null;
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the button in the column's head books
    // biome-ignore lint/a11y/useSemanticElements: a group of appointments, not of fields
    <div
      role="group"
      aria-label={text("column", { name: column.person.name, count: column.blocks.length })}
      data-column={column.key}
      onPointerMove={(event) => event.pointerType === "mouse" && setHovered(freeAt(event))}
      onPointerLeave={() => setHovered(null)}
      onClick={(event) => {
        const minutes = freeAt(event);
        if (minutes !== null) onBook(minutes);
      }}
      className={`relative min-w-0 flex-1 border-l ${hovered === null ? "" : "cursor-copy"}`}
      style={{ height: px((lastHour - firstHour) * 60) }}
    >
      <ColumnGround column={column} from={offset} until={lastHour * 60} />
      {hovered !== null && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-0.5 flex items-center gap-1 rounded-sm bg-primary-subtle px-1.5 font-medium text-primary-text text-sm tabular-nums"
          style={{ top: px(hovered - offset), height: px(SNAP_MINUTES) }}
        >
          <Plus className="size-3.5" />
          {timeOfDay(hovered, locale)}
        </span>
      )}
      {children}
    </div>
  );
}
