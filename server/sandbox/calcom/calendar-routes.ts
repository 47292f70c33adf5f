import { z } from "zod";
import { zoneId } from "@/server/core/time";
import { ok, type Route, route } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf, keyHolder } from "./accounts";
import { frameworkError, parseOrRefuse } from "./errors";
import type { CalcomUser } from "./state";

const busyQuery = z.object({
  loggedInUsersTz: zoneId,
  dateFrom: z.iso
    .date()
    .or(z.iso.datetime({ offset: true }))
    .optional(),
  dateTo: z.iso
    .date()
    .or(z.iso.datetime({ offset: true }))
    .optional(),
});

/** Everybody has one calendar of their own, named by their address. */
export function calendarRoutes({ calcom }: Sandbox): Route[] {
  return [
    route("GET /v2/calendars", (request) => {
      keyHolder(calcom, accountOf(request));
      const users = calcom.of(calcom.users, accountOf(request));
      const connectedCalendars = users.map((user) => {
        const calendar = calendarOf(user);
        const error = { message: "No refresh token is set." };
        if (calcom.brokenCalendars.has(user.id)) return { integration: INTEGRATION, credentialId: user.id, error };
        return { integration: INTEGRATION, credentialId: user.id, primary: calendar, calendars: [calendar] };
      });
      const [first] = users;
      const target = first && { id: first.id, userId: first.id, primaryEmail: first.email, eventTypeId: null };
      const destinationCalendar = first ? { ...calendarOf(first), ...target } : null;
      return ok({ status: "success", data: { connectedCalendars, destinationCalendar } });
    }),
    route("GET /v2/calendars/busy-times", (request) => {
      const { dateFrom, dateTo } = parseOrRefuse(request, busyQuery, Object.fromEntries(request.query));
      const asked = calendarsAsked(request.query);
      if (asked.length === 0) return frameworkError(request, 400, "calendarsToLoad must name at least one calendar");
      const users = calcom.of(calcom.users, accountOf(request));
      const wanted = asked.map(({ credentialId, externalId }) =>
        users.find((user) => user.id === credentialId && user.email === externalId),
      );
      if (wanted.some((user) => !user || calcom.brokenCalendars.has(user.id)))
        return frameworkError(request, 404, "Calendar credentials not found");
      const [from, until] = [dateFrom ? Date.parse(dateFrom) : 0, dateTo ? Date.parse(dateTo) : Number.MAX_VALUE];
      const busy = [...calcom.busyTimes.values()].filter(
        ({ userId, startMs, endMs }) => wanted.some((user) => user?.id === userId) && startMs < until && endMs > from,
      );
      return ok({
        status: "success",
        data: busy.map(({ startMs, endMs, userId }) => ({
          start: new Date(startMs).toISOString(),
          end: new Date(endMs).toISOString(),
          source: calcom.users.get(userId)?.email ?? null,
        })),
      });
    }),
  ];
}

/** One calendar as the document has it, or several as `calendarsToLoad[0][credentialId]`, as the code reads them. */
function calendarsAsked(query: URLSearchParams): { credentialId: number; externalId: string }[] {
  const one = query.get("externalId");
  if (one !== null) return [{ credentialId: Number(query.get("credentialId")), externalId: one }];
  const asked: { credentialId: number; externalId: string }[] = [];
  for (let index = 0; query.has(`calendarsToLoad[${index}][externalId]`); index += 1) {
    const field = (name: string) => query.get(`calendarsToLoad[${index}][${name}]`) ?? "";
    asked.push({ credentialId: Number(field("credentialId")), externalId: field("externalId") });
  }
  return asked;
}

function calendarOf({ id, email, name }: CalcomUser) {
  const calendar = { externalId: email, integration: "google_calendar", name, primary: true, readOnly: false };
  return { ...calendar, email, isSelected: true, credentialId: id };
}

const INTEGRATION = {
  name: "Google Calendar",
  description: "Sandbox",
  type: "google_calendar",
  title: "Google Calendar",
  variant: "calendar",
  category: "calendar",
  categories: ["calendar"],
  logo: "icon.svg",
  publisher: "Cal.com",
  slug: "google-calendar",
  url: "https://cal.com/",
  email: "help@cal.com",
  locationOption: null,
};
