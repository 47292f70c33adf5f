import { type EpochMs, type LocalDate, minutesOf, resolveWall } from "@/server/core/time-zone";

interface Typed {
  day: LocalDate;
  time: string;
}

/** What of `errors.reasons` says why no instant is meant. */
export type ClockReason = "skipped_by_clock" | "repeated_by_clock";

/** The instant of a day and a time that somebody typed; null as long as one of them is missing. */
export function typedMoment(zone: string, { day, time }: Typed): EpochMs | ClockReason | null {
  if (!day || !time) return null;
  const wall = resolveWall(zone, day, minutesOf(time));
  return wall.kind === "unique" ? wall.at : `${wall.kind}_by_clock`;
}
