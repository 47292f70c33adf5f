import type { Calcom } from "../adapters/calcom";
import type { CalcomBooking } from "../adapters/calcom-answers";
import { CalcomError } from "../adapters/calcom-error";
import { isLive } from "../rules/next-step";

export interface FollowedBooking {
  /** What it has become; null if it can't be read. */
  booking: CalcomBooking | null;
  /** The uids that it had on the way, the first one first. */
  uids: string[];
}

/** The booking that this uid has become: every move makes a new one. */
export async function followBooking(calcom: Calcom, uid: string): Promise<FollowedBooking> {
  const uids: string[] = [];
  for (let next: string | null = uid; next && !uids.includes(next); ) {
    uids.push(next);
    const booking: CalcomBooking | null = await getOrNull(calcom, next);
    if (!booking || isLive(booking) || !booking.rescheduledToUid) return { booking, uids };
    next = booking.rescheduledToUid;
  }
  return { booking: null, uids };
}

export async function getOrNull(calcom: Calcom, uid: string): Promise<CalcomBooking | null> {
  try {
    return await calcom.getBooking(uid);
  } catch (error) {
    if (error instanceof CalcomError && error.kind === "gone") return null;
    throw error;
  }
}
