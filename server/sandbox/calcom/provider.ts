import { randomUUID } from "node:crypto";
import type { Provider } from "../http/provider";
import { bearerToken, type Reply, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountRoutes } from "./account-routes";
import { bookingRoutes } from "./booking-routes";
import { calendarRoutes } from "./calendar-routes";
import { bareError, filteredError, frameworkError } from "./errors";
import { eventTypeRoutes } from "./event-type-routes";
import { reservationRoutes } from "./reservation-routes";
import { scheduleRoutes } from "./schedule-routes";
import { slotRoutes } from "./slots";
import { teamEventTypeRoutes } from "./team-event-types";
import { teamRoutes } from "./team-routes";
import { webhookRoutes } from "./webhook-routes";

/**
 * The real service answers an absent or unknown version with another version's shape or with 404, depending on the
 * resource. Here it is always 404, so that a forgotten header never passes unnoticed.
 */
const VERSIONS: [prefix: string, version: string][] = [
  ["/v2/bookings", "2024-08-13"],
  ["/v2/slots", "2024-09-04"],
  ["/v2/event-types", "2024-06-14"],
  ["/v2/schedules", "2024-06-11"],
];

export function calcomProvider(sandbox: Sandbox): Provider {
  const headersOf = new WeakMap<SandboxRequest, Record<string, string>>();
  return {
    name: "calcom",
    routes: [
      ...accountRoutes(sandbox),
      ...eventTypeRoutes(sandbox),
      ...scheduleRoutes(sandbox),
      ...slotRoutes(sandbox),
      ...reservationRoutes(sandbox),
      ...calendarRoutes(sandbox),
      ...teamRoutes(sandbox),
      ...teamEventTypeRoutes(sandbox),
      ...bookingRoutes(sandbox),
      ...webhookRoutes(sandbox),
    ],
    guard(request) {
      const key = bearerToken(request);
      const limit = sandbox.calcomRateLimit.take(key ?? "anonymous", sandbox.now().getTime());
      headersOf.set(request, limit.headers);
      if (limit.blocked) return frameworkError(request, 429, "ThrottlerException: Too Many Requests");
      return checkKey(sandbox, request, key) ?? checkVersion(request);
    },
    headers: (request) => ({ "X-Request-Id": randomUUID(), ...headersOf.get(request) }),
    refuse: {
      notFound: (request) => frameworkError(request, 404, `Cannot ${request.method} ${request.path}`),
      malformed: (request) => filteredError(request, 400, { code: "BAD_REQUEST", message: "Malformed JSON in body" }),
      error_500: () => bareError(500, "Internal server error"),
      rate_limit: (request) => frameworkError(request, 429, "ThrottlerException: Too Many Requests"),
    },
  };
}

/** Stricter than the real one, which lets anybody book and read slots: the product always has a key to send. */
function checkKey(sandbox: Sandbox, request: SandboxRequest, key: string | null): Reply | null {
  if (!key) return frameworkError(request, 401, "No authentication method provided. Pass an API key as Bearer token.");
  if (!sandbox.calcom.accounts.has(key)) return frameworkError(request, 401, "Your api key is not valid.");
  return null;
}

function checkVersion(request: SandboxRequest): Reply | null {
  const wanted = VERSIONS.find(([prefix]) => request.path.startsWith(prefix))?.[1];
  if (!wanted || request.headers["cal-api-version"] === wanted) return null;
  return frameworkError(request, 404, `Cannot ${request.method} ${request.path}`);
}
