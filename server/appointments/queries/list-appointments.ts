import type { CompanyContext } from "@/server/core/context";
import type { Prisma } from "@/server/core/generated/client";
import { decodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { listCustomers } from "@/server/customers/queries/list-customers";
import { listAppointmentRows } from "../repository/read";
import type { AppointmentView, ListAppointmentsInput } from "../schema";
import { toAppointmentView } from "../views";

/** A page of appointments by start, filtered; a search finds the customers first (name with typos, phone in any notation). */
export async function listAppointments(
  ctx: CompanyContext,
  input: ListAppointmentsInput,
): Promise<Page<AppointmentView>> {
  return transact(ctx, async (tx) => {
    const found = input.search ? await listCustomers(tx, { search: input.search, limit: 50 }) : null;
    const where = toWhere(input, found?.items.map(({ id }) => id) ?? null);
    const { order, limit } = input;
    const rows = await listAppointmentRows(tx, { where, order, limit, after: decodeCursor(input.cursor, 2) });
    const page = toPage(rows, { limit, cursorOf: (row) => [row.startsAt.getTime(), row.id] });
    return { ...page, items: page.items.map(toAppointmentView) };
  });
}

function toWhere(input: ListAppointmentsInput, customerIds: string[] | null): Prisma.AppointmentWhereInput {
  const { from, until, status, branchId, staffId, serviceId, customerId, source } = input;
  return {
    ...(from || until ? { startsAt: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } } : {}),
    ...(status?.length ? { status: { in: status } } : {}),
    ...(branchId ? { branchId } : {}),
    ...(staffId ? { staffId } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(source ? { source } : {}),
    AND: [customerId ? { customerId } : {}, customerIds ? { customerId: { in: customerIds } } : {}],
  };
}
