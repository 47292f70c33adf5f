"use client";

import type { ReactNode } from "react";
import type { CustomerBar, PersonBar, Timeline } from "@/server/catalog/services/rules/timeline";
import { useText } from "../../shared/use-text";
import { cn } from "../../ui/cn";

interface TimelineChartProps {
  timeline: Timeline;
  /** What the links are called, by position. */
  names: readonly string[];
  /** Of a person who does a link; null is whoever is free. */
  nameOf: (staffId: string | null, lane: number) => string;
}

const HATCHED = {
  backgroundImage:
    "repeating-linear-gradient(135deg, var(--neutral-8) 0 1px, transparent 1px 7px), linear-gradient(var(--neutral-2), var(--neutral-2))",
};

/** How the service goes: the customer's course above, below it who is taken when and who is free for others. */
export function TimelineChart({ timeline, names, nameOf }: TimelineChartProps) {
  const text = useText("catalog");
  const span = timeline.untilMinute - timeline.fromMinute;
  if (span <= 0) return null;
  const place = ({ fromMinute, untilMinute }: { fromMinute: number; untilMinute: number }) => ({
    left: `${((fromMinute - timeline.fromMinute) / span) * 100}%`,
    width: `${((untilMinute - fromMinute) / span) * 100}%`,
  });
  return (
    <figure aria-label={text("timeline.label")} className="flex flex-col gap-1.5">
      <Lane label={text("timeline.customer")}>
        {timeline.customer.map((bar) => (
          <CustomerStretch key={keyOf(bar)} bar={bar} name={nameOfBar(bar, names)} place={place(bar)} />
        ))}
      </Lane>
      {timeline.lanes.map(({ staffId, bars }, lane) => (
        <Lane key={staffId ?? `any-${bars[0]?.position}`} label={nameOf(staffId, lane)}>
          {bars.map((bar) => (
            <PersonStretch key={`${bar.kind}-${bar.fromMinute}`} bar={bar} place={place(bar)} />
          ))}
        </Lane>
      ))}
      <Axis timeline={timeline} place={place} />
      <figcaption className="sr-only">
        <ol>
          {timeline.customer.map((bar) => (
            <li key={keyOf(bar)}>
              {bar.kind === "wait"
                ? text("timeline.waitSpoken", { min: bar.untilMinute - bar.fromMinute, max: bar.maxMinutes })
                : text("timeline.linkSpoken", {
                    name: names[bar.position] ?? "",
                    from: bar.fromMinute,
                    until: bar.untilMinute,
                  })}
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}

const keyOf = (bar: CustomerBar): string => `${bar.kind}-${bar.fromMinute}`;
const nameOfBar = (bar: CustomerBar, names: readonly string[]) =>
  bar.kind === "wait" ? `${bar.untilMinute - bar.fromMinute}–${bar.maxMinutes}` : (names[bar.position] ?? "");

function Lane({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[5.5rem_1fr] items-center gap-2 sm:grid-cols-[9rem_1fr]" aria-hidden="true">
      <span className="truncate text-muted-foreground text-sm" title={label}>
        {label}
      </span>
      <div className="relative h-9 rounded-md bg-neutral-2">{children}</div>
    </div>
  );
}

interface Place {
  left: string;
  width: string;
}
const BAR = "absolute inset-y-0.5 flex items-center justify-center overflow-hidden rounded-sm px-1 text-sm";

function CustomerStretch({ bar, name, place }: { bar: CustomerBar; name: string; place: Place }) {
  const isWait = bar.kind === "wait";
  return (
    <span
      title={name}
      style={isWait ? { ...place, ...HATCHED } : place}
      className={cn(
        BAR,
        isWait ? "border border-neutral-7 border-dashed" : "border border-neutral-7 bg-card font-medium",
      )}
    >
      <span className="truncate">{name}</span>
    </span>
  );
}

function PersonStretch({ bar, place }: { bar: PersonBar; place: Place }) {
  const text = useText("catalog");
  const word = text(`timeline.${bar.kind}`);
  const looks = {
    work: "bg-primary text-primary-foreground",
    free: "border border-neutral-7 border-dashed text-foreground",
    buffer: "border border-primary bg-primary-subtle text-primary-text",
  };
  return (
    <span
      title={word}
      style={bar.kind === "free" ? { ...place, ...HATCHED } : place}
      className={cn(BAR, looks[bar.kind])}
    >
      <span className={cn("truncate", bar.kind === "free" && "rounded-sm bg-card px-1")}>{word}</span>
    </span>
  );
}

const STEPS = [5, 10, 15, 30, 60, 120, 240];

function Axis({
  timeline,
  place,
}: {
  timeline: Timeline;
  place: (at: { fromMinute: number; untilMinute: number }) => Place;
}) {
  const text = useText("catalog");
  const last = timeline.untilMinute;
  const step = STEPS.find((each) => last / each <= 6) ?? 240;
  const ticks = Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
  return (
    <div className="grid grid-cols-[5.5rem_1fr] gap-2 sm:grid-cols-[9rem_1fr]" aria-hidden="true">
      <span className="text-muted-foreground text-sm">{text("timeline.minutes")}</span>
      <div className="relative h-5 overflow-hidden text-muted-foreground text-sm tabular-nums">
        {ticks.map((minute) => (
          <span
            key={minute}
            style={{ left: place({ fromMinute: minute, untilMinute: minute }).left }}
            className={cn("absolute", shiftOf(minute, timeline))}
          >
            {minute}
          </span>
        ))}
      </div>
    </div>
  );
}

/** A number stands in the middle below its minute; at the edges as far inside as it must, to be whole. */
function shiftOf(minute: number, { fromMinute, untilMinute }: Timeline): string {
  if (minute === fromMinute) return "";
  return minute === untilMinute ? "-translate-x-full" : "-translate-x-1/2";
}
