import type { Attendance } from "../../rules/attendance";
import { ABSENT } from "../../rules/next-step";
import type { OurSide, TheirSide } from "./match-sides";

interface Attended {
  ours: OurSide;
  theirs: TheirSide;
  now: Date;
}

/** What is known over there of how a visit went, and not here: nobody told of it, or it was not heard. Told once, as a delivery. */
export function compareAttendance({ ours: { part, map, endsAt }, theirs, now }: Attended): Attendance | null {
  const isBegun = part !== null && part.startsAt <= now && theirs.startsAt <= now;
  if (!isBegun || theirs.status !== "accepted") return null;
  const isOpen = part.status === "pending" || part.status === "confirmed";
  const wasAbsent = map?.copy?.status === ABSENT;
  if (theirs.isAbsent) return isOpen && !wasAbsent ? "no_show" : null;
  if (wasAbsent) return part.status === "no_show" ? "came" : null;
  // Of several parts one may be over while the visit goes on.
  const isOver = endsAt <= now && theirs.endsAt <= now;
  return isOver && (isOpen || part.status === "in_progress") ? "ended" : null;
}
