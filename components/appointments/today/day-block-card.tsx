"use client";

import { StickyNote } from "lucide-react";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { cn } from "../../ui/cn";
import { appointmentLooks } from "../appointment-status-badge";
import { VisitName } from "../visit-name";
import { type DayBlock, PIXELS_PER_MINUTE } from "./day-layout";
import { isAtHand } from "./day-plan";
import { StepButtons } from "./step-buttons";

interface DayBlockCardProps {
  block: DayBlock;
  now: number;
  isFresh: boolean;
  onOpen: () => void;
}

const GAP = 2;
/** Below this height there is one line only. */
const TWO_LINES = 44;

/** An appointment in the day's grid, as tall as it is long. */
export function DayBlockCard({ block, now, isFresh, onOpen }: DayBlockCardProps) {
  const text = useText("appointments");
  const { appointment, lane, lanes } = block;
  const { customer, startsAt, endsAt, status, notes } = appointment;
  const formatters = useFormatters(appointment.timezone);
  const height = block.minutes * PIXELS_PER_MINUTE - GAP;
  const { tone, icon: Icon } = appointmentLooks[status];
  const isOver = status === "completed" || status === "no_show";
  return (
    <li
      data-tone={tone}
      className={cn(
        "absolute flex overflow-hidden rounded-md border-tone border-l-3 pr-1 pl-2 transition-shadow hover:shadow-float",
        // Fainter by its ground, never by its letters: those must stay readable.
        isOver ? "bg-card" : "bg-tone-subtle",
        isFresh && "ring-2 ring-primary",
        height >= TWO_LINES ? "py-1" : "items-center",
      )}
      style={{
        top: block.top * PIXELS_PER_MINUTE + GAP / 2,
        height,
        left: `calc(${(lane / lanes) * 100}% + 3px)`,
        width: `calc(${100 / lanes}% - 6px)`,
      }}
    >
      <div className="min-w-0 flex-1">
        <button
          type="button"
          onClick={onOpen}
          className="flex max-w-full items-center gap-1.5 text-left font-semibold text-sm text-tone-text after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:-outline-offset-2"
        >
          <Icon aria-hidden="true" className="size-3.5 shrink-0" />
          <span className="sr-only">{text(`status.${status}`)}, </span>
          <span className={cn("truncate", status === "no_show" && "line-through")}>
            <span className="tabular-nums">{formatters.time(startsAt)}</span> {customer.name}
            {height < TWO_LINES && (
              <span className="font-normal text-foreground">
                {" · "}
                <VisitName {...appointment} />
              </span>
            )}
          </span>
          {notes && <StickyNote aria-hidden="true" className="size-3.5 shrink-0" />}
        </button>
        {height >= TWO_LINES && (
          <p className="truncate text-sm">
            <VisitName {...appointment} /> <span className="sr-only">{formatters.timeRange(startsAt, endsAt)}</span>
          </p>
        )}
        {notes && height >= TWO_LINES + 20 && <p className="truncate text-sm">{notes}</p>}
      </div>
      {height >= TWO_LINES && isAtHand(appointment, now) && (
        <div className="relative z-[1]">
          <StepButtons appointment={appointment} now={now} isCompact />
        </div>
      )}
    </li>
  );
}
