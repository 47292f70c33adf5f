import { readSignedId, signId } from "@/server/core/crypto";
import { env } from "@/server/core/env";

const PURPOSE = "calendar";

/** The address at which whoever has it gets the appointment as a calendar file. It stays the same when the appointment moves. */
export function calendarLink(appointmentId: string): string {
  return new URL(`/c/${signId(PURPOSE, appointmentId)}/calendar.ics`, env().APP_URL).toString();
}

/** The appointment that a link's token names, or null when we did not make it. */
export function readCalendarToken(token: string): string | null {
  return readSignedId(PURPOSE, token);
}
