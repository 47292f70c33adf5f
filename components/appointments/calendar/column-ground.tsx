"use client";

import { CalendarX2, MapPin } from "lucide-react";
import { KIND_LOOKS } from "../../availability/absences/absence-look";
import { useText } from "../../shared/use-text";
import type { Lasting } from "../lanes";
import type { Column } from "./columns";
import { px } from "./grid-scale";

/** Time that nobody can be booked in. */
export const HATCHED = "repeating-linear-gradient(135deg, var(--neutral-3) 0 5px, var(--neutral-4) 5px 6px)";

interface ColumnGroundProps {
  column: Column;
  /** The minutes of the day that the grid shows. */
  from: number;
  until: number;
}

/** Behind the appointments: when nobody is at work, why not, and what takes time elsewhere. */
export function ColumnGround({ column, from, until }: ColumnGroundProps) {
  const text = useText("calendar");
  const cut = ({ top, minutes }: Lasting) => {
    const [first, last] = [Math.max(top, from), Math.min(top + minutes, until)];
    return { top: px(first - from), height: Math.max(0, px(last - first)) };
  };
  return (
    <>
      {column.off.map((stretch) => (
        <div
          key={`off ${stretch.top}`}
          data-ground="off"
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-0"
          style={{ ...cut(stretch), backgroundImage: HATCHED }}
        />
      ))}
      {column.away.map(({ kind, ...stretch }) => {
        const { tone, icon: Icon } = kind ? KIND_LOOKS[kind] : { tone: "slate" as const, icon: CalendarX2 };
        return (
          <div
            key={`away ${stretch.top}`}
            data-tone={tone}
            data-ground="away"
            className="pointer-events-none absolute inset-x-0 overflow-hidden p-1"
            style={{ ...cut(stretch), backgroundImage: HATCHED }}
          >
            <span className="inline-flex max-w-full items-center gap-1.5 rounded-sm bg-tone-subtle px-1.5 py-0.5 text-sm text-tone-text">
              <Icon aria-hidden="true" className="size-3.5 shrink-0" />
              <span className="truncate">{text(`away.${kind ?? "unknown"}`)}</span>
            </span>
          </div>
        );
      })}
      {column.busy.map(({ source, ...stretch }) => (
        <div
          key={`busy ${source} ${stretch.top}`}
          data-tone="slate"
          className="pointer-events-none absolute inset-x-0.5 z-[1] flex items-start gap-1.5 overflow-hidden rounded-sm border border-dashed bg-tone-subtle px-1.5 py-0.5 text-sm text-tone-text"
          style={cut(stretch)}
        >
          <MapPin aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          <span className="truncate">{text(`busy.${source}`)}</span>
        </div>
      ))}
      {column.waits.map(({ key, name, ...stretch }) => (
        <div
          key={key}
          data-wait={key}
          className="pointer-events-none absolute inset-x-0.5 z-[1] overflow-hidden rounded-sm border border-dashed px-2 py-0.5 text-muted-foreground text-sm"
          style={{ ...cut(stretch), borderColor: "var(--neutral-8)" }}
        >
          <span className="block truncate">{text("wait", { name })}</span>
        </div>
      ))}
    </>
  );
}
