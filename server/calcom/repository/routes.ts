import type { CompanyContext } from "@/server/core/context";
import { askDoor, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";

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
  const [row] = await askDoor<RouteRow>(Prisma.sql`SELECT * FROM route_calcom(${key})`);
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

export interface NamedInNews {
  eventTypeId: number | null;
  hostId: number | null;
  uids: string[];
}

/** The companies that know the event type, the booking or its host, for the addresses that name none. */
export async function listRoutesOfNews({ eventTypeId, hostId, uids }: NamedInNews): Promise<CalcomRoute[]> {
  const rows = await askDoor<RouteRow>(
    Prisma.sql`SELECT * FROM route_calcom_news(${eventTypeId}::int, ${hostId}::int, ${uids}::text[])`,
  );
  return rows.map(toRoute);
}

const toRoute = ({ company_id: companyId, secret_encrypted: secretEncrypted }: RouteRow): CalcomRoute => {
  return { companyId, secretEncrypted };
};

/** The appointment whose booking over there has, or once had, one of these ids. */
export async function findAppointmentOfBooking(ctx: CompanyContext, uids: string[]): Promise<string | null> {
  const named = [{ calcomBookingUid: { in: uids } }, { formerBookingUids: { hasSome: uids } }];
  const where = { companyId: ctx.companyId, appointmentId: { not: null }, OR: named };
  return (await db(ctx).calcomEventMap.findFirst({ where, select: { appointmentId: true } }))?.appointmentId ?? null;
}
