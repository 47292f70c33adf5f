"use client";

import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";

/** Where the day stands. */
export function NowLine({ now, zone, top }: { now: number; zone: string; top: number }) {
  const text = useText("calendar");
  const formatters = useFormatters(zone);
  if (top < 0) return null;
  return (
    <div data-tone="red" data-now="" className="pointer-events-none absolute inset-x-0 z-[5]" style={{ top }}>
      <span aria-hidden="true" className="absolute inset-x-0 border-tone border-t-2" />
      <span aria-hidden="true" className="absolute -top-[3px] -left-1 size-2 rounded-full bg-tone" />
      <span className="sr-only">{text("now", { time: formatters.time(now) })}</span>
    </div>
  );
}
