import { z } from "zod";

/** Why something that was done over there could not be done here, and waits for a person. */
export const conflictReason = z.enum([
  /** Somebody else has the time here. */
  "slot_taken",
  /** Nobody works then, or it is too soon, too late or too much for a day. */
  "not_bookable",
  "in_the_past",
  "unknown_event_type",
  "unknown_host",
  "no_attendee",
  "limit_reached",
  /** Changed over there after it had been cancelled here. */
  "cancelled_here",
  /** Changed over there after it had begun here. */
  "already_begun",
  /** One part of a longer visit was changed so that the whole of it can't follow. */
  "part_changed",
  /** It is for somebody else now, or their details are others; what is theirs stays as it is here until somebody says so. */
  "attendee_changed",
  /** It was chosen that a person decides. */
  "needs_decision",
  /** Marked over there as not having come, and then as having come. */
  "came_after_all",
  /** A second booking for an appointment that has one. */
  "duplicate",
  /** Cal.com does not show it to our key, or not any more. */
  "not_readable",
]);
export type ConflictReason = z.infer<typeof conflictReason>;

const TAKEN = ["fully_booked", "resource_taken", "further_staff_busy", "class_full", "slot_taken", "staff_busy"];

/** The state that a refused change of ours is shown as. */
export function conflictReasonOf({ code, reason }: { code: string; reason: string }): ConflictReason {
  const named = conflictReason.safeParse(reason);
  if (named.success) return named.data;
  if (code === "INVALID_TRANSITION")
    return /^is_(cancelled|no_show)$/.test(reason) ? "cancelled_here" : "already_begun";
  if (code === "LIMIT_REACHED") return "limit_reached";
  return TAKEN.includes(reason) ? "slot_taken" : "not_bookable";
}
