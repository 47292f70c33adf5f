import type { TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { addDays, fromWall } from "@/server/core/time";
import { requireNobodyStranded } from "../../commands/require-nobody-stranded";
import { findComingAppointments } from "../../repository/stranded-appointments";
import { findBranchPlaces, findCompanyPlace, findHolidays, type HolidayRow } from "../repository";

/** A day that holds in every branch is decided by those who work in all of them. */
export async function requireOwnPlace(tx: TransactionContext, branchId: string | null): Promise<void> {
  if (branchId === null) {
    if (tx.restriction?.branchIds.length || tx.restriction?.staffId)
      throw new AppError({ code: "FORBIDDEN", reason: "all_branches_needed" });
    return;
  }
  const places = await findBranchPlaces(tx);
  if (!places.some((place) => place.branchId === branchId)) throw notFound("branch");
}

export async function requireHolidays(tx: TransactionContext, ids: string[]): Promise<HolidayRow[]> {
  const days = (await findHolidays(tx, { ids })).filter(({ isInForce }) => isInForce);
  if (days.length < ids.length) throw notFound("holiday");
  for (const branchId of new Set(days.map((day) => day.branchId))) await requireOwnPlace(tx, branchId);
  return days;
}

/** Lists the appointments of days that are to be closed. */
export async function requireFreeDays(
  tx: TransactionContext,
  days: readonly { date: string; branchId: string | null }[],
  isConfirmed: boolean,
): Promise<void> {
  if (isConfirmed) return;
  const { timezone } = await findCompanyPlace(tx);
  const at = (date: string) => new Date(fromWall(timezone, date, 0));
  const lists = [];
  for (const { date, branchId } of days)
    lists.push(await findComingAppointments(tx, { branchId, from: at(date), until: at(addDays(date, 1)) }));
  requireNobodyStranded(tx, lists.flat(), { isConfirmed, reason: "appointments_in_the_way" });
}
