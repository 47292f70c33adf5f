import { requireAllBranches, type TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { toLocal } from "@/server/core/time";
import { requireNobodyStranded } from "../../commands/require-nobody-stranded";
import type { Shift } from "../../hours/schema";
import { findComingAppointments } from "../../repository/stranded-appointments";
import { minutesOfShifts } from "../../rules/weekly-hours";
import type { ExceptionKind } from "../../schema";
import { type ExceptionRow, findException, findZone } from "../repository";
import { checkClock, checkKind, type ExceptionDays, ownerOf, toInstants } from "../rules";

/** Whose time it is; nothing named is the company's. */
export interface Owner {
  branchId?: string | null | undefined;
  staffId?: string | null | undefined;
  resourceId?: string | null | undefined;
}

export interface Planned extends ExceptionDays {
  kind: ExceptionKind;
  hours?: Shift[] | null | undefined;
}

/** What whoever asks may plan for, with its clock; the company is planned for by those who work in all branches. */
export async function requireOwner(tx: TransactionContext, owner: Owner): Promise<{ zone: string }> {
  const type = ownerOf(owner);
  if (type === "company") requireAllBranches(tx);
  const zone = await findZone(tx, owner);
  if (!zone) throw notFound(type);
  return { zone };
}

export async function requireException(tx: TransactionContext, exceptionId: string): Promise<ExceptionRow> {
  const row = await findException(tx, exceptionId);
  if (!row) throw notFound("exception");
  return row;
}

/** When it begins and ends; throws for what can't be so. */
export function requireTimes(owner: Owner, planned: Planned, zone: string) {
  const refusal = checkKind(ownerOf(owner), planned.kind) ?? checkClock(planned, zone);
  if (refusal) throw new AppError(refusal);
  return toInstants(planned, zone);
}

/** Lists the appointments that would lie in a time that is taken away. */
export async function requireNobodyInTheWay(
  tx: TransactionContext,
  owner: Owner,
  { isConfirmed, zone, ...planned }: Planned & { startsAt: Date; endsAt: Date; isConfirmed: boolean; zone: string },
): Promise<void> {
  if (isConfirmed) return;
  const { startsAt: from, endsAt: until } = planned;
  const coming = await findComingAppointments(tx, { ...owner, from, until });
  const away =
    planned.kind === "special_hours" ? coming.filter((one) => !isWithin(one, planned.hours ?? [], zone)) : coming;
  requireNobodyStranded(tx, away, { isConfirmed, reason: "appointments_in_the_way" });
}

function isWithin(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  hours: readonly Shift[],
  zone: string,
): boolean {
  const from = toLocal(zone, startsAt.getTime()).minutes;
  const until = from + (endsAt.getTime() - startsAt.getTime()) / 60_000;
  return minutesOfShifts(hours).some((open) => open.from <= from && until <= open.until);
}
