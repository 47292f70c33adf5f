import type { CompanyContext, TransactionContext } from "@/server/core/context";
import type { Prisma } from "@/server/core/generated/client";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { listCustomers } from "@/server/customers/queries/list-customers";
import { countCallRows, listCallRows } from "../repository/list";
import type { CallView, ListCallsInput } from "../schema";
import { toCallView } from "../views";

/** A page of calls, the newest first; a search looks for the customer (typos, any notation), the number and the summary. */
export async function listCalls(ctx: CompanyContext, input: ListCallsInput): Promise<Page<CallView>> {
  return transact(ctx, async (tx) => {
    const where = { AND: [toWhere(input), input.search ? await toSearch(tx, input.search) : {}] };
    const rows = await listCallRows(tx, {
      where,
      limit: input.limit,
      skip: offsetOf(input),
      order: input.order ?? "desc",
      after: decodeCursor(input.cursor, ["instant", "id"]),
    });
    const page = toPage(rows, { limit: input.limit, cursorOf: (row) => [row.startedAt.getTime(), row.id] });
    const counted = input.withTotal ? { total: await countCallRows(tx, { where }) } : {};
    return { ...page, ...counted, items: page.items.map(toCallView) };
  });
}

function toWhere(input: ListCallsInput): Prisma.CallWhereInput {
  const { from, until, branchId, customerId, staffId, direction, status, outcome, sentiment } = input;
  const { agentId, phoneNumberId, hasAppointment, isReviewed, minDurationSec } = input;
  return {
    ...(from || until ? { startedAt: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } } : {}),
    ...(branchId ? { branchId } : {}),
    ...(customerId ? { customerId } : {}),
    ...(staffId ? { staffId } : {}),
    ...(agentId ? { agentId } : {}),
    ...(phoneNumberId ? { phoneNumberId } : {}),
    ...(direction ? { direction } : {}),
    ...(status?.length ? { status: { in: status } } : {}),
    ...(outcome?.length ? { outcome: { in: outcome } } : {}),
    ...(sentiment?.length ? { sentiment: { in: sentiment } } : {}),
    ...(hasAppointment === undefined ? {} : { isAppointmentMade: hasAppointment }),
    ...(isReviewed === undefined ? {} : { reviewedAt: isReviewed ? { not: null } : null }),
    ...(minDurationSec ? { durationSec: { gte: minDurationSec } } : {}),
  };
}

async function toSearch(tx: TransactionContext, search: string): Promise<Prisma.CallWhereInput> {
  const { items } = await listCustomers(tx, { search, limit: 50 });
  const digits = search.replace(/\D/g, "").replace(/^0+/, "");
  return {
    OR: [
      { customerId: { in: items.map(({ id }) => id) } },
      { summary: { contains: search, mode: "insensitive" } },
      ...(digits.length >= 4 ? [{ fromNumber: { contains: digits } }, { toNumber: { contains: digits } }] : []),
    ],
  };
}
