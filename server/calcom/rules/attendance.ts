/** Somebody did not come, did come after all, or it is over. */
export type Attendance = "no_show" | "came" | "ended";

const TELLING = ["BOOKING_NO_SHOW_UPDATED", "MEETING_ENDED"];

/**
 * What a delivery makes us ask, answered by the booking as it stands over there now: so it does not matter which of several
 * deliveries comes first, or again, and that a guest stayed away says nothing of whoever booked. Of a booking that can't be
 * read nothing is believed.
 */
export function attendanceOf(trigger: string, booking: { isAbsent: boolean } | null): Attendance | null {
  if (!booking || !TELLING.includes(trigger)) return null;
  if (booking.isAbsent) return "no_show";
  return trigger === "MEETING_ENDED" ? "ended" : "came";
}
