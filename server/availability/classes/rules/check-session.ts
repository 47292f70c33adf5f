import type { Refusal } from "@/server/core/errors";
import { type EpochMs, type LocalDate, toLocal } from "@/server/core/time";
import type { ScheduleException } from "../../rules/schedule";

export interface SessionFacts {
  startsAt: EpochMs;
  endsAt: EpochMs;
  now: EpochMs;
  zone: string;
  holidays: readonly LocalDate[];
  /** Of the company and the branch. */
  closures: readonly ScheduleException[];
  /** Of whoever teaches. */
  absences: readonly ScheduleException[];
  /** The holidays, closures and absences are known, and it shall take place all the same. */
  isConfirmed: boolean;
}

/** Says why a class can't take place then, before anybody asks whether its teacher and its room are free. */
export function checkSession(facts: SessionFacts): Refusal | null {
  const { startsAt, endsAt, now, zone, holidays, closures, absences, isConfirmed } = facts;
  if (startsAt <= now) return { code: "VALIDATION_ERROR", reason: "in_the_past" };
  if (isConfirmed) return null;
  const closes = ({ kind, ...exception }: ScheduleException) =>
    kind !== "special_hours" && exception.startsAt < endsAt && exception.endsAt > startsAt;
  if (holidays.includes(toLocal(zone, startsAt).date)) return { code: "APPOINTMENT_CONFLICT", reason: "holiday" };
  if (closures.some(closes)) return { code: "APPOINTMENT_CONFLICT", reason: "closed" };
  if (absences.some(closes)) return { code: "APPOINTMENT_CONFLICT", reason: "staff_absent" };
  return null;
}
