import { z } from "zod";
import { MINUTE } from "@/server/core/time";
import { createBookingInput } from "../calcom/booking-input";
import { cancelBooking, moveBooking, placeBooking, settleBooking } from "../calcom/bookings";
import { markAbsent } from "../calcom/hosts-and-guests";
import { type CalcomBooking, type CalcomBusyTime, type CalcomState, newUid } from "../calcom/state";
import { created, ok, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { refuseSteering, steeringInput } from "./input";

const moveInput = z.object({ start: z.iso.datetime({ offset: true }), reason: z.string().optional() });
const declineInput = z.object({ reason: z.string().default("Abgelehnt auf der anderen Seite") });
/** What nobody is told of over there: whose booking it is, and how long it lasts. */
const editInput = z.object({
  attendee: z
    .object({ name: z.string().min(1), email: z.email(), phoneNumber: z.string() })
    .partial()
    .optional(),
  lengthInMinutes: z.int().positive().optional(),
});
const busyInput = z.object({
  userId: z.int(),
  title: z.string().default("Privat"),
  start: z.iso.datetime({ offset: true }),
  end: z.iso.datetime({ offset: true }),
});
const calendarInput = z.object({
  userId: z.int(),
  isBroken: z.boolean().default(false),
});
const cancelInput = z.object({ reason: z.string().default("Abgesagt auf der anderen Seite") });

/** What people on the other side do: each change goes out as a webhook. */
export function calendarRoutes(sandbox: Sandbox): Route[] {
  const { calcom } = sandbox;
  const view = (booking: CalcomBooking) => bookingRow(sandbox, booking);

  function requireBooking({ params }: SandboxRequest): CalcomBooking {
    const found = calcom.bookings.get(params.uid ?? "");
    if (!found) throw refuseSteering(404, `no booking ${params.uid}`);
    return found;
  }

  return [
    route("GET /_/bookings", () => ok([...calcom.bookings.values()].sort((a, b) => a.startMs - b.startMs).map(view))),
    route("POST /_/bookings", async (request) => {
      const input = steeringInput(request, createBookingInput);
      const eventType = calcom.eventTypes.get(input.eventTypeId ?? 0);
      if (!eventType) throw refuseSteering(404, `no event type ${input.eventTypeId}`);
      return created(view(await placeBooking(sandbox, { request, eventType, input })));
    }),
    route("POST /_/bookings/:uid/reschedule", async (request) => {
      const booking = requireBooking(request);
      const { start, reason } = steeringInput(request, moveInput);
      const by = calcom.users.get(booking.hostId)?.email;
      return ok(view(await moveBooking(sandbox, { request, booking, start, reason, by, onWebPage: true })));
    }),
    route("POST /_/bookings/:uid/cancel", async (request) => {
      const { reason } = steeringInput(request, cancelInput);
      return ok(view(await cancelBooking(sandbox, { request, booking: requireBooking(request), reason })));
    }),
    route("POST /_/bookings/:uid/confirm", async (request) =>
      ok(view(await settleBooking(sandbox, { request, booking: requireBooking(request), accept: true }))),
    ),
    route("POST /_/bookings/:uid/decline", async (request) => {
      const { reason } = steeringInput(request, declineInput);
      return ok(
        view(await settleBooking(sandbox, { request, booking: requireBooking(request), accept: false, reason })),
      );
    }),
    route("POST /_/bookings/:uid/edit", (request) => {
      const booking = requireBooking(request);
      const { attendee, lengthInMinutes } = steeringInput(request, editInput);
      if (attendee) booking.attendee = { ...booking.attendee, ...attendee };
      if (lengthInMinutes) booking.endMs = booking.startMs + lengthInMinutes * MINUTE;
      booking.updatedAt = sandbox.now();
      return ok(view(booking));
    }),
    route("POST /_/bookings/:uid/no-show", async (request) => {
      const booking = requireBooking(request);
      const absent = { attendees: [{ email: booking.attendee.email, absent: !booking.absentAttendee }] };
      return ok(view(await markAbsent(sandbox, { request, booking, absent })));
    }),
    ...busyTimeRoutes(sandbox),
  ];
}

/** What people put into their own calendars. */
function busyTimeRoutes({ calcom }: Sandbox): Route[] {
  const view = ({ startMs, endMs, ...row }: CalcomBusyTime) => ({
    ...row,
    start: new Date(startMs).toISOString(),
    end: new Date(endMs).toISOString(),
    host: hostRow(calcom, row.userId),
  });
  return [
    route("GET /_/busy-times", () => ok([...calcom.busyTimes.values()].map(view))),
    route("POST /_/busy-times", (request) => {
      const { userId, title, start, end } = steeringInput(request, busyInput);
      const account = calcom.users.get(userId)?.account;
      if (account === undefined) throw refuseSteering(404, `no user ${userId}`);
      const [startMs, endMs] = [Date.parse(start), Date.parse(end)];
      if (endMs <= startMs) throw refuseSteering(400, "end must be after start");
      const busy = { id: newUid(), account, userId, title, startMs, endMs };
      calcom.busyTimes.set(busy.id, busy);
      return created(view(busy));
    }),
    route("POST /_/calendars", (request) => {
      const { userId, isBroken } = steeringInput(request, calendarInput);
      if (isBroken) calcom.brokenCalendars.add(userId);
      else calcom.brokenCalendars.delete(userId);
      return ok({ userId, isBroken });
    }),
    route("DELETE /_/busy-times/:id", ({ params }) => ok({ removed: calcom.busyTimes.delete(params.id ?? "") })),
  ];
}

function hostRow(calcom: CalcomState, userId: number) {
  const host = calcom.users.get(userId);
  return host ? { id: host.id, name: host.name, timeZone: host.timeZone } : null;
}

function bookingRow({ calcom }: Sandbox, booking: CalcomBooking) {
  const { uid, id, title, status, startMs, endMs, eventTypeId, attendee, metadata, account } = booking;
  return {
    uid,
    id,
    title,
    status,
    start: new Date(startMs).toISOString(),
    end: new Date(endMs).toISOString(),
    durationMinutes: (endMs - startMs) / MINUTE,
    eventTypeId,
    eventTypeTitle: calcom.eventTypes.get(eventTypeId)?.settings.title ?? null,
    host: hostRow(calcom, booking.hostId),
    isAbsent: booking.absentAttendee ?? false,
    attendee,
    metadata,
    account,
    cancellationReason: booking.cancellationReason ?? null,
    rescheduledFromUid: booking.rescheduledFromUid ?? null,
    rescheduledToUid: booking.rescheduledToUid ?? null,
    createdAt: booking.createdAt.toISOString(),
    updatedAt: booking.updatedAt.toISOString(),
  };
}
