import { created, jsonBody, ok, Refused, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf } from "./accounts";
import {
  cancelBookingInput,
  createBookingInput,
  declineBookingInput,
  markAbsentInput,
  rescheduleBookingInput,
} from "./booking-input";
import { bookingView } from "./booking-view";
import { cancelBooking, moveBooking, placeBooking, settleBooking } from "./bookings";
import { frameworkError, parseOrRefuse } from "./errors";
import { markAbsent, reassignBooking } from "./hosts-and-guests";
import { listBookings } from "./list-bookings";
import { requireBookableType } from "./open-event-types";
import type { CalcomBooking } from "./state";

export function bookingRoutes(sandbox: Sandbox): Route[] {
  const { calcom } = sandbox;
  const reply = (booking: CalcomBooking) => ({ status: "success", data: bookingView(calcom, booking) });

  function requireBooking(request: SandboxRequest): CalcomBooking {
    const found = calcom.bookings.get(request.params.uid ?? "");
    if (found?.account === accountOf(request)) return found;
    throw new Refused(
      frameworkError(request, 404, `Booking with uid=${request.params.uid} was not found in the database`),
    );
  }

  return [
    route("GET /v2/bookings", (request) => listBookings(sandbox, request)),
    route("POST /v2/bookings", async (request) => {
      const input = parseOrRefuse(request, createBookingInput, jsonBody(request));
      const eventType = requireBookableType(sandbox, request, input);
      return created(reply(await placeBooking(sandbox, { request, eventType, input })));
    }),
    route("GET /v2/bookings/:uid", (request) => ok(reply(requireBooking(request)))),
    route("POST /v2/bookings/:uid/cancel", async (request) => {
      const booking = requireBooking(request);
      const { cancellationReason: reason } = parseOrRefuse(request, cancelBookingInput, jsonBody(request));
      return ok(reply(await cancelBooking(sandbox, { request, booking, reason })));
    }),
    route("POST /v2/bookings/:uid/reschedule", async (request) => {
      const booking = requireBooking(request);
      const {
        start,
        reschedulingReason: reason,
        rescheduledBy: by,
      } = parseOrRefuse(request, rescheduleBookingInput, jsonBody(request));
      return created(reply(await moveBooking(sandbox, { request, booking, start, reason, by })));
    }),
    route("POST /v2/bookings/:uid/confirm", async (request) =>
      ok(reply(await settleBooking(sandbox, { request, booking: requireBooking(request), accept: true }))),
    ),
    route("POST /v2/bookings/:uid/decline", async (request) => {
      const booking = requireBooking(request);
      const { reason } = parseOrRefuse(request, declineBookingInput, jsonBody(request));
      return ok(reply(await settleBooking(sandbox, { request, booking, accept: false, reason })));
    }),
    route("POST /v2/bookings/:uid/mark-absent", async (request) => {
      const booking = requireBooking(request);
      const absent = parseOrRefuse(request, markAbsentInput, jsonBody(request));
      return ok(reply(await markAbsent(sandbox, { request, booking, absent })));
    }),
    route("POST /v2/bookings/:uid/reassign", (request) =>
      ok({ status: "success", data: reassignBooking(sandbox, { request, booking: requireBooking(request) }) }),
    ),
    route("POST /v2/bookings/:uid/reassign/:userId", (request) => {
      const { reason } = parseOrRefuse(request, declineBookingInput, jsonBody(request));
      const change = { request, booking: requireBooking(request), userId: Number(request.params.userId), reason };
      return ok({ status: "success", data: reassignBooking(sandbox, change) });
    }),
    route("GET /v2/bookings/:uid/references", (request) => {
      const { id, uid } = requireBooking(request);
      const reference = { id, type: "google_calendar", eventUid: `event-${uid}`, destinationCalendarId: null };
      return ok({ status: "success", data: [reference] });
    }),
  ];
}
