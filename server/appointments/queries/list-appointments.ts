import type { CompanyContext, TransactionContext } from "@/server/core/context";
import type { Prisma } from "@/server/core/generated/client";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { listCustomers } from "@/server/customers/queries/list-customers";
import { countAppointmentRows, listAppointmentRows } from "../repository/read";
import type { AppointmentView, CountAppointmentsInput, ListAppointmentsInput } from "../schema";
import { toAppointmentView } from "../views";

/** A page of appointments by start, filtered; a search takes customers (name with typos, phone in any notation). */
export async function listAppointments(
  ctx: CompanyContext,
  input: ListAppointmentsInput,
): Promise<Page<AppointmentView>> {
  return transact(ctx, async (tx) => {
    const where = await narrow(tx, input);
    const { order, limit } = input;
    const rows = await listAppointmentRows(tx, {
      where,
      order,
      limit,
      skip: offsetOf(input),
      after: decodeCursor(input.cursor, ["instant", "id"]),
    });
    const page = toPage(rows, { limit, cursorOf: (row) => [row.startsAt.getTime(), row.id] });
    const counted = input.withTotal ? { total: await countAppointmentRows(tx, { where }) } : {};
    return { ...page, ...counted, items: page.items.map(toAppointmentView) };
  });
}

/** What the filters leave; a search finds the customers first. */
export async function narrow(
  tx: TransactionContext,
  input: CountAppointmentsInput,
): Promise<Prisma.AppointmentWhereInput> {
  const { from, until, status, branchId, staffId, serviceId, customerId, source, calcomSyncStatus, search } = input;
  const found = search ? await listCustomers(tx, { search, limit: 50 }) : null;
  return {
    ...(from || until ? { startsAt: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } } : {}),
    ...(status?.length ? { status: { in: status } } : {}),
    ...(branchId ? { branchId } : {}),
    ...(staffId ? { staffId } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(source ? { source } : {}),
    ...(calcomSyncStatus?.length ? { calcomSyncStatus: { in: calcomSyncStatus } } : {}),
    AND: [customerId ? { customerId } : {}, found ? { customerId: { in: found.items.map(({ id }) => id) } } : {}],
  };
}
