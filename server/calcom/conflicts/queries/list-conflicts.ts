import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import { listAppointments } from "@/server/appointments/queries/list-appointments";
import type { AppointmentView } from "@/server/appointments/schema";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { offsetOf } from "@/server/core/page";
import { decodeCursor, encodeCursor, type Page } from "@/server/core/paging";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { findStaffOfHost, listMappingsOfType } from "../../repository/bookings";
import type { BookingCopy } from "../../schema";
import { type ConflictRow, countConflictRows, listConflictRows } from "../repository";
import type { ConflictView, ListConflictsInput } from "../schema";
import { readTheirs, toConflictView } from "../views";

/** What was done at Cal.com and waits for a person, the latest first, both sides next to each other; or what was decided. */
export async function listConflicts(ctx: CompanyContext, input: ListConflictsInput): Promise<Page<ConflictView>> {
  return transact(ctx, async (tx) => {
    const { state, appointmentId, limit, cursor } = input;
    const skip = Number(decodeCursor(cursor, ["count"])?.[0] ?? offsetOf(input));
    const rows = await listConflictRows(tx, { state, appointmentId, limit, skip });
    const items: ConflictView[] = [];
    for (const row of rows.slice(0, limit)) items.push(...(await toViews(tx, row)));
    const counted = input.withTotal ? { total: await countConflictRows(tx, { state, appointmentId }) } : {};
    return { items, nextCursor: rows.length > limit ? encodeCursor([skip + limit]) : null, ...counted };
  });
}

/** None for a row that says nothing of the other side. */
async function toViews(tx: TransactionContext, row: ConflictRow): Promise<ConflictView[]> {
  const theirs = readTheirs(row);
  if (!theirs) return [];
  const ours = row.appointmentId ? await getAppointmentState(tx, { appointmentId: row.appointmentId }) : null;
  const inTheWay = row.resolvedAt ? [] : (await findAtThatTime(tx, theirs)).filter(({ id }) => id !== ours?.id);
  return [toConflictView(row, { theirs, ours, inTheWay })];
}

async function findAtThatTime(tx: TransactionContext, theirs: BookingCopy): Promise<AppointmentView[]> {
  if (theirs.isTimeUntold) return [];
  const staffId = (await findStaffOfHost(tx, theirs.host)) ?? (await findStaffOfType(tx, theirs));
  const { items } = await listAppointments(tx, {
    ...{ from: new Date(theirs.startsAt.getTime() - DAY), until: theirs.endsAt, ...(staffId && { staffId }) },
    ...{ status: ["pending", "confirmed", "in_progress"], order: "asc", limit: 100 },
  });
  return items.filter(({ endsAt }) => endsAt > theirs.startsAt).slice(0, 5);
}

async function findStaffOfType(tx: TransactionContext, { eventTypeId }: BookingCopy): Promise<string | null> {
  const mappings = eventTypeId === null ? [] : await listMappingsOfType(tx, eventTypeId);
  const [first, another] = mappings;
  return first && !another ? first.staffId : null;
}
