import { bookingCalls } from "./calcom-bookings";
import { calendarCalls } from "./calcom-calendars";
import { eventTypeCalls } from "./calcom-event-types";
import { type CalcomAccess, createCalcomHttp } from "./calcom-http";
import { peopleCalls } from "./calcom-people";
import { scheduleCalls } from "./calcom-schedules";
import { subscriptionCalls } from "./calcom-subscriptions";

/** Cal.com's API v2 with one company's key. Every failure is a CalcomError. */
export function createCalcom(access: CalcomAccess) {
  const http = createCalcomHttp(access);
  return {
    quota: http.quota,
    requests: http.requests,
    ...peopleCalls(http),
    ...bookingCalls(http),
    ...eventTypeCalls(http),
    ...scheduleCalls(http),
    ...subscriptionCalls(http),
    ...calendarCalls(http),
  };
}

export type Calcom = ReturnType<typeof createCalcom>;
