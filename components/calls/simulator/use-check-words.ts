"use client";

import { fromWall, minutesOf } from "@/server/core/time-zone";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import type { CheckWording } from "./check-words";

const WALL = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/;

/** "2026-12-03 14:00" on the branch's wall, as the reader writes it; whatever is no time stays as it is. */
export function useWallTime(timezone: string): (value: string) => string {
  const format = useFormatters(timezone);
  return (value) => {
    const [, date, time] = WALL.exec(value) ?? [];
    return date && time ? format.dateTime(new Date(fromWall(timezone, date, minutesOf(time)))) : value;
  };
}

/** Times, states, outcomes and money of checks are written as everywhere else. */
export function useCheckWording({ timezone, currency }: { timezone: string; currency: string }): CheckWording {
  const [appointments, calls, simulator] = [useText("appointments"), useText("calls"), useText("simulator")];
  const format = useFormatters(timezone);
  const wallTime = useWallTime(timezone);
  const files = { appointments, calls, simulator };
  return {
    words: (file, key) => (files[file].has(key) ? files[file](key) : null),
    money: (cents) => format.money(cents, currency),
    wallTime,
  };
}
