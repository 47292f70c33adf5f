import { z } from "zod";
import { MINUTE } from "@/server/core/time";
import { created, jsonBody, ok, Refused, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf } from "./accounts";
import { freeHost } from "./availability";
import { frameworkError, parseOrRefuse } from "./errors";
import { type CalcomReservation, newUid } from "./state";

const reserveInput = z.object({
  eventTypeId: z.int(),
  slotStart: z.iso.datetime({ offset: true }),
  slotDuration: z.int().positive().optional(),
  reservationDuration: z.int().positive().default(5),
});

/** Reservations are advisory: they hide a time from lists, and a booking takes no notice of them. */
export function reservationRoutes({ calcom, now }: Sandbox): Route[] {
  function require(request: SandboxRequest): CalcomReservation {
    const found = calcom.reservations.get(request.params.uid ?? "");
    if (found?.account === accountOf(request)) return found;
    throw new Refused(frameworkError(request, 404, `Reservation with uid=${request.params.uid} was not found`));
  }

  function reserve(request: SandboxRequest, uid: string): CalcomReservation {
    const input = parseOrRefuse(request, reserveInput, jsonBody(request));
    const eventType = calcom.eventTypes.get(input.eventTypeId);
    if (eventType?.account !== accountOf(request)) {
      throw new Refused(frameworkError(request, 404, `Event Type with id=${input.eventTypeId} not found`));
    }
    const from = Date.parse(input.slotStart);
    const until = from + (input.slotDuration ?? eventType.settings.lengthInMinutes) * MINUTE;
    const at = now().getTime();
    calcom.reservations.delete(uid);
    if (freeHost(calcom, { eventType, wanted: { from, until }, reservedAt: at }) === null) {
      throw new Refused(frameworkError(request, 422, "Can't reserve a slot that is already booked or reserved."));
    }
    const minutes = input.reservationDuration;
    const span = { startMs: from, endMs: until, untilMs: at + minutes * MINUTE, minutes };
    const reservation = { uid, account: eventType.account, eventTypeId: eventType.id, ...span };
    calcom.reservations.set(uid, reservation);
    return reservation;
  }

  return [
    route("POST /v2/slots/reservations", (request) =>
      created({ status: "success", data: view(reserve(request, newUid())) }),
    ),
    route("GET /v2/slots/reservations/:uid", (request) => ok({ status: "success", data: view(require(request)) })),
    route("PATCH /v2/slots/reservations/:uid", (request) =>
      ok({ status: "success", data: view(reserve(request, require(request).uid)) }),
    ),
    route("DELETE /v2/slots/reservations/:uid", (request) => {
      calcom.reservations.delete(require(request).uid);
      return ok({ status: "success" });
    }),
  ];
}

function view({ uid, eventTypeId, startMs, endMs, untilMs, minutes }: CalcomReservation) {
  return {
    eventTypeId,
    slotStart: new Date(startMs).toISOString(),
    slotEnd: new Date(endMs).toISOString(),
    slotDuration: (endMs - startMs) / MINUTE,
    reservationUid: uid,
    reservationDuration: minutes,
    reservationUntil: new Date(untilMs).toISOString(),
  };
}
