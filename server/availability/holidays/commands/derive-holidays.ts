import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { toLocal } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { publicHolidays } from "../adapters/date-holidays";
import { holidaysChanged } from "../events";
import {
  type BranchPlace,
  findBranchPlaces,
  findCompanyPlace,
  findHolidays,
  lockHolidays,
  rememberPlace,
  writeDerivation,
} from "../repository";
import { derive, YEARS_AHEAD } from "../rules/derive";

/** Gives every branch the public holidays of its place, for this year and the next two; what somebody switched stays so. */
export async function deriveHolidays(ctx: CompanyContext): Promise<void> {
  await transact(ctx, async (tx) => {
    const all = { ...tx, restriction: undefined };
    await lockHolidays(tx);
    const { locale, timezone } = await findCompanyPlace(tx);
    const year = Number(toLocal(timezone, tx.now.getTime()).date.slice(0, 4));
    const places = await findBranchPlaces(all);
    const changes: Record<string, unknown>[] = [];
    for (const place of places) changes.push(...(await deriveBranch(all, place, { year, language: locale })));
    if (changes.length === 0) return;
    recordAudit(tx, { action: "derive_holidays", subjectType: "company", subjectId: tx.companyId, after: { changes } });
    await publish(tx, holidaysChanged, {});
  });
}

interface Years {
  year: number;
  language: string;
}

async function deriveBranch(tx: TransactionContext, place: BranchPlace, { year, language }: Years) {
  const until = `${year + YEARS_AHEAD}-12-31`;
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => year + ahead);
  const legal = years.flatMap((each) => publicHolidays(place, { year: each, language }));
  const rows = (await findHolidays(tx, { from: `${year - 1}-01-01`, until })).filter(
    ({ source }) => source === "public",
  );
  const known = rows.filter(({ branchId }) => branchId === place.branchId);
  const derivation = derive(known, legal, switchedElsewhere(rows, place.branchId));
  // What is past stays as it was.
  const isPast = (id: string) => known.some((day) => day.id === id && day.date < `${year}-01-01`);
  const kept = {
    ...derivation,
    removed: derivation.removed.filter((id) => !isPast(id)),
    parked: derivation.parked.filter((id) => !isPast(id)),
  };
  await writeDerivation(tx, place.branchId, kept);
  await rememberPlace(tx, place, until);
  const { added, removed, parked, changed } = kept;
  if (added.length + removed.length + parked.length + changed.length === 0) return [];
  const { branchId, country, state, municipality } = place;
  return [{ branchId, country, state, municipality, added: added.length, removed: removed.length + parked.length }];
}

/** A day that all the other branches work on is worked on in a new one too. */
function switchedElsewhere(rows: Awaited<ReturnType<typeof findHolidays>>, branchId: string): Map<string, boolean> {
  const days = new Map<string, boolean>();
  for (const row of rows) {
    if (row.branchId === branchId || !row.isInForce) continue;
    const key = `${row.date} ${row.key}`;
    days.set(key, row.isObserved || (days.get(key) ?? false));
  }
  return days;
}
