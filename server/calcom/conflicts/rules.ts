import type { ConflictReason } from "../rules/conflict";
import type { ConflictDecision } from "./schema";

/** Nothing can be taken over of what can't be read, has begun, or is one too many. */
const NOT_TAKEN_OVER: readonly ConflictReason[] = [
  "not_readable",
  "cancelled_here",
  "already_begun",
  "duplicate",
  "in_the_past",
  "part_changed",
];
/** Without knowing what it stands for nobody could keep both sides alike. */
const NOT_LINKED: readonly ConflictReason[] = ["not_readable", "unknown_event_type", "unknown_host", "duplicate"];

/** What a person may decide about a conflict, the likeliest first. */
export function decisionsFor({ reason, hasAppointment }: { reason: ConflictReason; hasAppointment: boolean }) {
  const possible: ConflictDecision[] = [];
  if (!NOT_TAKEN_OVER.includes(reason)) possible.push("take_over");
  if (hasAppointment && reason !== "not_readable") possible.push("keep_ours");
  if (!hasAppointment && reason !== "not_readable") possible.push("cancel_there");
  if (!hasAppointment && !NOT_LINKED.includes(reason)) possible.push("link");
  return [...possible, "ignore" as const];
}
