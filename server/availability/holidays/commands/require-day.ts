import { requireAllBranches, type TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { addDays, fromWall } from "@/server/core/time";
import { requireNobodyStranded } from "../../commands/require-nobody-stranded";
import { findComingAppointments } from "../../repository/stranded-appointments";
import { findBranchPlaces, findBranchZones, findHolidays, type HolidayRow } from "../repository";

/** A day that holds in every branch is decided by those who work in all of them. */
export async function requireOwnPlace(tx: TransactionContext, branchId: string | null): Promise<void> {
  if (branchId === null) return requireAllBranches(tx);
  const places = await findBranchPlaces(tx);
  if (!places.some((place) => place.branchId === branchId)) throw notFound("branch");
}

export async function requireHolidays(tx: TransactionContext, ids: string[]): Promise<HolidayRow[]> {
  const days = (await findHolidays(tx, { ids })).filter(({ isInForce }) => isInForce);
  if (days.length < ids.length) throw notFound("holiday");
  for (const branchId of new Set(days.map((day) => day.branchId))) await requireOwnPlace(tx, branchId);
  return days;
}

interface ClosedDay {
  date: string;
  branchId: string | null;
}

/** Lists the appointments of days that are to be closed. */
export async function requireFreeDays(
  tx: TransactionContext,
  days: readonly ClosedDay[],
  isConfirmed: boolean,
): Promise<void> {
  if (isConfirmed) return;
  const zones = await findBranchZones(tx);
  const lists = [];
  for (const day of days) lists.push(await findOnDay(tx, day, zones));
  requireNobodyStranded(tx, lists.flat(), { isConfirmed, reason: "appointments_in_the_way" });
}

/** A day begins and ends by the clock of the branch: one for all branches is looked through from its first begin to its last end. */
async function findOnDay(tx: TransactionContext, { date, branchId }: ClosedDay, zones: Map<string, string>) {
  const at = (zone: string, day: string) => fromWall(zone, day, 0);
  const dayOf = (zone: string) => ({ from: at(zone, date), until: at(zone, addDays(date, 1)) });
  const own = new Map([...zones].map(([id, zone]) => [id, dayOf(zone)]));
  const asked = [...own].filter(([id]) => branchId === null || id === branchId).map(([, day]) => day);
  if (asked.length === 0) return [];
  const from = new Date(Math.min(...asked.map((day) => day.from)));
  const until = new Date(Math.max(...asked.map((day) => day.until)));
  const found = await findComingAppointments(tx, { branchId, from, until });
  return found.filter(({ branchId: id, startsAt, endsAt }) => {
    const day = own.get(id);
    return day && endsAt.getTime() > day.from && startsAt.getTime() < day.until;
  });
}
