import type { Refusal } from "@/server/core/errors";
import {
  addDays,
  fromWall,
  type LocalDate,
  type LocalTime,
  minutesOf,
  resolveWall,
  toLocal,
} from "@/server/core/time-zone";
import type { ExceptionKind } from "../schema";
import type { ExceptionOwner, ExceptionState } from "./schema";

/** What may be the matter with whom: nobody falls ill but people. */
export const KINDS_OF: Record<ExceptionOwner, readonly ExceptionKind[]> = {
  company: ["closed", "special_hours"],
  branch: ["closed", "special_hours"],
  staff: ["vacation", "sick", "training", "blocked", "special_hours"],
  resource: ["blocked"],
};

/** What is meant where nobody says. */
export const usualKind = (owner: ExceptionOwner): ExceptionKind => KINDS_OF[owner][0] ?? "closed";

export function checkKind(owner: ExceptionOwner, kind: ExceptionKind): Refusal | null {
  return KINDS_OF[owner].includes(kind)
    ? null
    : { code: "VALIDATION_ERROR", reason: "kind_of_another", details: { owner, kind } };
}

/** Who is named makes whose it is. */
export function ownerOf({
  staffId,
  resourceId,
  branchId,
}: {
  staffId?: string | null | undefined;
  resourceId?: string | null | undefined;
  branchId?: string | null | undefined;
}): ExceptionOwner {
  if (staffId) return "staff";
  if (resourceId) return "resource";
  return branchId ? "branch" : "company";
}

export interface ExceptionDays {
  startsOn: LocalDate;
  /** Included. */
  endsOn: LocalDate;
  /** Null: whole days. */
  startTime?: LocalTime | null | undefined;
  endTime?: LocalTime | null | undefined;
}

/** From the first instant to the last, by the clock of the place; a day is as long as its clock makes it. */
export function toInstants({ startsOn, endsOn, startTime, endTime }: ExceptionDays, zone: string) {
  const at = (date: LocalDate, minutes: number) => new Date(fromWall(zone, date, minutes));
  if (!startTime || !endTime) return { startsAt: at(startsOn, 0), endsAt: at(addDays(endsOn, 1), 0) };
  return { startsAt: at(startsOn, minutesOf(startTime)), endsAt: at(endsOn, minutesOf(endTime)) };
}

/** Nothing begins or ends in the hour that a clock skips in March, nor in the one of October that it shows twice. */
export function checkClock({ startsOn, endsOn, startTime, endTime }: ExceptionDays, zone: string): Refusal | null {
  const kindOf = (date: LocalDate, time: LocalTime | null | undefined) =>
    time ? resolveWall(zone, date, minutesOf(time)).kind : "unique";
  const odd = [kindOf(startsOn, startTime), kindOf(endsOn, endTime)].find((kind) => kind !== "unique");
  const reason = odd === "skipped" ? "skipped_by_clock" : "repeated_by_clock";
  return odd ? { code: "VALIDATION_ERROR", reason } : null;
}

/** As a person would say it: whole days, or days and times. */
export function toDays({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, zone: string) {
  const [first, last] = [toLocal(zone, startsAt.getTime()), toLocal(zone, endsAt.getTime())];
  const isWhole = isMidnight(startsAt, zone) && isMidnight(endsAt, zone);
  if (isWhole) return { startsOn: first.date, endsOn: addDays(last.date, -1), startTime: null, endTime: null };
  if (isMidnight(endsAt, zone))
    return { startsOn: first.date, endsOn: addDays(last.date, -1), startTime: first.time, endTime: "24:00" };
  return { startsOn: first.date, endsOn: last.date, startTime: first.time, endTime: last.time };
}

const isMidnight = (at: Date, zone: string): boolean =>
  fromWall(zone, toLocal(zone, at.getTime()).date, 0) === at.getTime();

/** A request is decided once. */
export function checkDecision({ state }: { state: ExceptionState }): Refusal | null {
  return state === "requested" ? null : { code: "INVALID_TRANSITION", reason: "decided_already", details: { state } };
}
