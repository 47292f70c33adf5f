import { computeSlots, type SlotComputation } from "@/server/availability/rules/compute-slots";
import type { Interval } from "@/server/availability/rules/interval";
import { DAY, MINUTE } from "@/server/core/time";
import { type Figure, median } from "./figure";

const ROUNDS = 7;
const ROUND_MS = 200;
const FROM = Date.parse("2026-10-10T00:00:00+02:00");

/** 30 days over the change of 2026-10-25: Mon–Fri 9–17 in Berlin, 30 minutes every 15. */
export function monthOfSlots(busyCount: number): SlotComputation {
  const hours = [1, 2, 3, 4, 5].map((dayOfWeek) => ({
    dayOfWeek,
    startTime: "09:00",
    endTime: "17:00",
    isAvailable: true,
  }));
  const busy = spreadBusy(busyCount);
  const until = FROM + 30 * DAY;
  return { zone: "Europe/Berlin", from: FROM, until, hours, busy, durationMinutes: 30, intervalMinutes: 15 };
}

/** Evenly over the month, 5 to 25 minutes long. */
function spreadBusy(count: number): Interval[] {
  return Array.from({ length: count }, (_, i) => {
    const from = FROM + Math.floor((i * 30 * DAY) / count / MINUTE) * MINUTE;
    return { from, until: from + (5 + ((i * 7) % 21)) * MINUTE };
  });
}

const GOALS = [
  { busyCount: 0, atLeast: 30_000 },
  { busyCount: 100, atLeast: 30_000 },
  { busyCount: 1000, atLeast: 8_200 },
];

export function benchSlots(): Figure[] {
  return GOALS.map(({ busyCount, atLeast }) => ({
    name: `slots.busy${busyCount}.opsPerSecond`,
    value: Math.round(medianRate(monthOfSlots(busyCount))),
    unit: "1/s",
    goal: { atLeast },
  }));
}

function medianRate(input: SlotComputation): number {
  computeFor(ROUND_MS, input);
  return median(Array.from({ length: ROUNDS }, () => computeFor(ROUND_MS, input)));
}

function computeFor(durationMs: number, input: SlotComputation): number {
  const startedAt = performance.now();
  let count = 0;
  let elapsed = 0;
  while (elapsed < durationMs) {
    for (let i = 0; i < 50; i++) if (computeSlots(input).length === 0) throw new Error("a month without a slot");
    count += 50;
    elapsed = performance.now() - startedAt;
  }
  return (count / elapsed) * 1000;
}
