import { appClient } from "@/server/core/db";

/** Whose door a delivery came to. */
export interface CalcomRoute {
  companyId: string;
  /** Without a secret nothing can be shown to be theirs. */
  secretEncrypted: string | null;
}

interface RouteRow {
  company_id: string;
  secret_encrypted: string | null;
}

/** One change over there is often told several times within seconds. */
const FRESH_MS = 5000;
const MAX_ROUTES = 1000;
const known = new Map<string, { route: CalcomRoute; until: number }>();

/** The company by what stands in the address; may be five seconds old, `forgetRoute` makes the next answer a fresh one. */
export async function findRoute(key: string): Promise<CalcomRoute | null> {
  const remembered = known.get(key);
  if (remembered && remembered.until > Date.now()) return remembered.route;
  const [row] = await appClient().$queryRaw<RouteRow[]>`SELECT * FROM route_calcom(${key})`;
  if (!row) return null;
  const route = toRoute(row);
  if (known.size >= MAX_ROUTES) known.clear();
  known.set(key, { route, until: Date.now() + FRESH_MS });
  return route;
}

/** A signature did not fit: the secret may have been changed a moment ago. */
export function forgetRoute(key: string): void {
  known.delete(key);
}

/** The companies that know an event type, for the addresses that name none. */
export async function listRoutesOfEventType(eventTypeId: number): Promise<CalcomRoute[]> {
  const rows = await appClient().$queryRaw<RouteRow[]>`SELECT * FROM route_calcom_event_type(${eventTypeId}::int)`;
  return rows.map(toRoute);
}

const toRoute = ({ company_id: companyId, secret_encrypted: secretEncrypted }: RouteRow): CalcomRoute => {
  return { companyId, secretEncrypted };
};
