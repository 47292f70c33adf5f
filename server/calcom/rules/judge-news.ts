import type { BegunStep, BookingCopy } from "../schema";
import { isLive } from "./next-step";
import { isOwnReason } from "./words";

interface SeenBooking extends Omit<BookingCopy, "bookingId"> {
  rescheduledFromUid: string | null;
  metadata: Record<string, unknown>;
}

export interface NewsFacts {
  /** As it stands over there now. */
  booking: SeenBooking;
  copy: BookingCopy | null;
  formerUids: readonly string[];
  begun: BegunStep | null;
  /** Our side changed since both were alike, and when; null if it did not. */
  changedHereAt: Date | null;
}

export type NewsVerdict =
  /** The result of our own write, which whoever made it writes down. */
  | "echo"
  /** Nothing has changed since we last looked. */
  | "known"
  /** We know a newer state. */
  | "older"
  /** A write of ours is under way, and this is not its result. */
  | "wait"
  /** Both sides changed, ours last. */
  | "keep_ours"
  /** For somebody else now, or with other details, and nothing else changed: a person says what that means. */
  | "ask"
  | "follow";

/** What to make of a booking's present state: whoever changed it last wins, and nobody follows their own echo. */
export function judgeNews({ booking, copy, formerUids, begun, changedHereAt }: NewsFacts): NewsVerdict {
  if (formerUids.includes(booking.uid)) return "older";
  const changedAt = booking.changedAt ?? null;
  if (copy?.changedAt && changedAt && changedAt < copy.changedAt) return "older";
  if (begun) return isResultOf(begun, booking) ? "echo" : "wait";
  if (copy && isSame(copy, booking)) return isForAnother(copy, booking) ? "ask" : "known";
  if (changedHereAt && changedAt && changedHereAt > changedAt) return "keep_ours";
  return "follow";
}

function isResultOf(begun: BegunStep, booking: SeenBooking): boolean {
  const isAtWantedTime = begun.startsAt?.getTime() === booking.startsAt.getTime() && isLive(booking);
  if (begun.action === "create") return booking.metadata.idemKey === begun.idemKey && isAtWantedTime;
  if (begun.action === "reschedule") return booking.rescheduledFromUid === begun.uid && isAtWantedTime;
  if (begun.action === "mark_absent" || begun.action === "mark_present")
    return booking.uid === begun.uid && isLive(booking);
  if (begun.action === "confirm") return booking.uid === begun.uid && booking.status === "accepted";
  return booking.uid === begun.uid && !isLive(booking);
}

/** Whether what was found after a step of ours came about otherwise: our own cancelling gives our own reasons. */
export function isOthersDoing(begun: BegunStep, booking: SeenBooking & { reason: string | null }): boolean {
  if (!isResultOf(begun, booking)) return true;
  return !isLive(booking) && booking.reason !== null && !isOwnReason(booking.reason);
}

/** Whether it stands there as we saw it last. */
export function isSame(
  copy: BookingCopy,
  booking: Pick<SeenBooking, "uid" | "status" | "startsAt" | "endsAt" | "host">,
): boolean {
  return (
    copy.uid === booking.uid &&
    isLive(copy) === isLive(booking) &&
    (copy.status === booking.status || copy.status === "absent" || !isLive(copy)) &&
    copy.startsAt.getTime() === booking.startsAt.getTime() &&
    copy.endsAt.getTime() === booking.endsAt.getTime() &&
    // A reassignment keeps the uid; what was seen before hosts were kept says nothing of them.
    (!copy.host || copy.host.id === (booking.host?.id ?? null))
  );
}

/** Whether it was given to somebody else, or their details were changed; what was never known says nothing. */
export function isForAnother(copy: BookingCopy | null, booking: Pick<BookingCopy, "attendee" | "status">): boolean {
  const [before, after] = [copy?.attendee, booking.attendee];
  if (!before || !after || !isLive(booking)) return false;
  const isOther = (a: string | null, b: string | null) => plain(a) !== plain(b);
  return isOther(before.name, after.name) || isOther(before.email, after.email) || isOther(before.phone, after.phone);
}

const plain = (text: string | null): string => (text ?? "").trim().toLowerCase();
