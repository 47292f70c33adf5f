"use client";

import type { SimulatedCall } from "@/server/calls/simulator/schema";
import { fromWall, minutesOf } from "@/server/core/time-zone";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";

type Check = NonNullable<SimulatedCall["checks"]>[number]["check"];

const WALL = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/;

/** "2026-12-03 14:00" on the branch's wall, as the reader writes it; whatever is no time stays as it is. */
export function useWallTime(timezone: string): (value: string) => string {
  const format = useFormatters(timezone);
  return (value) => {
    const [, date, time] = WALL.exec(value) ?? [];
    return date && time ? format.dateTime(new Date(fromWall(timezone, date, minutesOf(time)))) : value;
  };
}

/** What a check wanted and found, in words: times, states, outcomes and money as everywhere else. */
export function useCheckWords({ timezone, currency }: { timezone: string; currency: string }) {
  const calls = useText("calls");
  const appointments = useText("appointments");
  const format = useFormatters(timezone);
  const wallTime = useWallTime(timezone);
  return (check: Check, value: string): string => {
    if (check === "fees") return format.money(Number(value), currency);
    if (check === "existing" && appointments.has(`status.${value}`)) return appointments(`status.${value}`);
    if (check === "outcome" && calls.has(`outcome.${value}`)) return calls(`outcome.${value}`);
    if (check === "answer" && calls.has(`functions.status.${value}`)) return calls(`functions.status.${value}`);
    return wallTime(value);
  };
}
