import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";

/** Tables whose rows are a customer's own; tests/integration/audit/erase-log.test.ts holds the list to the catalogue. */
export const OF_CUSTOMER = [
  ...["appointments", "calls", "callback_requests", "consents", "customer_fees", "customer_notes", "customer_phones"],
  ...["data_requests", "import_lines", "journey_transitions", "notification_queue", "recurring_appointment_patterns"],
  ...["reviews", "waitlist_entries", "appointment_modifications"],
] as const;
/** And those whose rows belong to one of their appointments, or to one of their calls. */
export const OF_APPOINTMENT = [
  ...["appointment_segments", "calcom_drifts", "calcom_event_maps", "class_places", "customer_fees", "import_lines"],
  ...["notification_queue", "reviews", "appointment_modifications"],
] as const;
export const OF_CALL = ["call_function_invocations", "callback_requests", "manual_bookings"] as const;

/** The ids of everything that belongs to a customer, their own first; none when the company has no such customer. */
export async function listRowsOfCustomer(ctx: CompanyContext, customerId: string): Promise<string[]> {
  const { companyId } = ctx;
  const theirs = (table: string) =>
    Prisma.sql`SELECT id FROM ${Prisma.raw(table)} WHERE company_id = ${companyId}::uuid AND customer_id = ${customerId}::uuid`;
  const behind = (table: string, owner: "appointment" | "call") =>
    Prisma.sql`SELECT id FROM ${Prisma.raw(table)} WHERE company_id = ${companyId}::uuid
      AND ${Prisma.raw(owner)}_id IN (${theirs(`${owner}s`)})`;
  const parts = [
    ...OF_CUSTOMER.map(theirs),
    ...OF_APPOINTMENT.map((table) => behind(table, "appointment")),
    ...OF_CALL.map((table) => behind(table, "call")),
  ];
  const known = await db(ctx).customer.findFirst({ where: { companyId, id: customerId }, select: { id: true } });
  if (!known) return [];
  const rows = await db(ctx).$queryRaw<{ id: string }[]>(Prisma.join(parts, " UNION "));
  return [known.id, ...rows.map(({ id }) => id)];
}

/** Somebody who works or worked here, and their places here; none for who never did. */
export async function listRowsOfUser(ctx: CompanyContext, userId: string): Promise<string[]> {
  const { companyId } = ctx;
  const places = await db(ctx).membership.findMany({
    where: { companyId, userId },
    select: { id: true, userId: true },
  });
  const [first] = places;
  return first ? [first.userId, ...places.map(({ id }) => id)] : [];
}

export async function worksHere(ctx: CompanyContext, userId: string): Promise<boolean> {
  const { companyId } = ctx;
  return (await db(ctx).membership.count({ where: { companyId, userId, isActive: true } })) > 0;
}
