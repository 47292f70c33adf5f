import { z } from "zod";
import { zoneId } from "@/server/core/time";
import { ok, type Route, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf, keyHolder } from "./accounts";
import { frameworkError, parseOrRefuse } from "./errors";
import type { CalcomState, CalcomUser } from "./state";

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

/**
 * Only what whose key it is has connected: their own account, and beside it the one in which the business's calendars are
 * shared with them, each named by its owner's address. Nobody is shown what others have connected.
 */
export function calendarRoutes({ calcom }: Sandbox): Route[] {
  return [
    route("GET /v2/calendars", (request) => {
      const { own, shared } = connectionsOf(calcom, request);
      const error = { message: "No refresh token is set." };
      const connectedCalendars = [own, ...(shared.calendars.length > 0 ? [shared] : [])].map(
        ({ credentialId, isBroken, calendars }) =>
          isBroken
            ? { integration: INTEGRATION, credentialId, error }
            : { integration: INTEGRATION, credentialId, primary: calendars[0], calendars },
      );
      const [primary] = own.calendars;
      const userId = own.credentialId;
      const target = { id: userId, userId, primaryEmail: primary?.email ?? null, eventTypeId: null };
      return ok({ status: "success", data: { connectedCalendars, destinationCalendar: { ...primary, ...target } } });
    }),
    route("GET /v2/calendars/busy-times", (request) => {
      const { dateFrom, dateTo } = parseOrRefuse(request, busyQuery, Object.fromEntries(request.query));
      const asked = calendarsAsked(request.query);
      if (asked.length === 0) return frameworkError(request, 400, "calendarsToLoad must name at least one calendar");
      const { own, shared } = connectionsOf(calcom, request);
      const connections = asked.map(({ credentialId }) =>
        [own, shared].find((one) => one.credentialId === credentialId),
      );
      if (connections.includes(undefined))
        return frameworkError(request, 401, "These credentials do not belong to you");
      const wanted = asked.map(({ externalId }, index) => {
        const { isBroken = true, calendars = [] } = connections[index] ?? {};
        return isBroken ? undefined : calendars.find((one) => one.externalId === externalId)?.ownerId;
      });
      if (wanted.includes(undefined)) {
        const message = "Unable to fetch connected calendars events. Please try again later.";
        return frameworkError(request, 500, message);
      }
      const [from, until] = [dateFrom ? Date.parse(dateFrom) : 0, dateTo ? Date.parse(dateTo) : Number.MAX_VALUE];
      const busy = [...calcom.busyTimes.values()].filter(
        ({ userId, startMs, endMs }) => wanted.includes(userId) && startMs < until && endMs > from,
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

/** Above all ids of people, whose own connection has theirs. */
const FIRST_SHARED = 1_000_000;

function connectionsOf(calcom: CalcomState, request: SandboxRequest) {
  const holder = keyHolder(calcom, accountOf(request));
  const colleagues = calcom.of(calcom.users, accountOf(request)).filter(({ id }) => id !== holder.id);
  const isBroken = ({ id }: CalcomUser) => calcom.brokenCalendars.has(id);
  const [ownId, sharedId] = [holder.id, FIRST_SHARED + holder.id];
  const shown = colleagues.filter((one) => !isBroken(one));
  return {
    own: { credentialId: ownId, isBroken: isBroken(holder), calendars: [calendarOf(holder, ownId)] },
    shared: { credentialId: sharedId, isBroken: false, calendars: shown.map((one) => calendarOf(one, sharedId)) },
  };
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

function calendarOf({ id: ownerId, email, name }: CalcomUser, credentialId: number) {
  const isOwn = ownerId === credentialId;
  const calendar = { externalId: email, integration: "google_calendar", name, primary: isOwn, readOnly: !isOwn };
  return { ...calendar, email, isSelected: true, credentialId, ownerId };
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
