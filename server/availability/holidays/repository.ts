import type { CompanyContext } from "@/server/core/context";
import { appClient, db } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import type { LocalDate } from "@/server/core/time";
import type { Derivation, KnownDay } from "./rules/derive";

const toDay = (date: Date): LocalDate => date.toISOString().slice(0, 10);

/** Where a branch lies, with what it takes from its company filled in; and where its holidays were last derived for. */
export interface BranchPlace {
  branchId: string;
  name: string;
  country: string;
  state: string | null;
  municipality: string | null;
  /** What the branch says itself. */
  own: { country: string | null; state: string | null };
}

export function findBranchPlaces(ctx: CompanyContext): Promise<BranchPlace[]> {
  const own = ctx.restriction?.branchIds ?? [];
  return db(ctx).$queryRaw<BranchPlace[]>`
    SELECT b.id AS "branchId", b.name, place.country, place.state, place.municipality,
      json_build_object('country', b.country, 'state', b.state) AS own
    FROM branches b CROSS JOIN LATERAL place_of_branch(b) place
    WHERE b.company_id = ${ctx.companyId}::uuid AND b.is_active AND b.deleted_at IS NULL
      AND (cardinality(${own}::uuid[]) = 0 OR b.id = ANY(${own}::uuid[]))
    ORDER BY b.is_default DESC, b.name, b.id`;
}

/** By which clock each branch's days begin and end. */
export async function findBranchZones(ctx: CompanyContext): Promise<Map<string, string>> {
  const select = { id: true, timezone: true };
  const rows = await db(ctx).branch.findMany({ where: { companyId: ctx.companyId }, select });
  return new Map(rows.map(({ id, timezone }) => [id, timezone]));
}

export function findCompanyPlace(ctx: CompanyContext) {
  const select = { name: true, country: true, state: true, locale: true, timezone: true };
  return db(ctx).company.findFirstOrThrow({ where: { id: ctx.companyId }, select });
}

const holidaySelect = {
  ...{ id: true, branchId: true, date: true, key: true, name: true, source: true, isObserved: true, isInForce: true },
} as const;

export interface HolidayRow extends KnownDay {
  branchId: string | null;
  source: "public" | "own";
}

interface Asked {
  ids?: string[] | undefined;
  branchId?: string | undefined;
  from?: LocalDate | undefined;
  until?: LocalDate | undefined;
}

/** Those of the branches that whoever asks works with, and those of all branches. */
export async function findHolidays(ctx: CompanyContext, { ids, branchId, from, until }: Asked): Promise<HolidayRow[]> {
  const own = ctx.restriction?.branchIds ?? [];
  const rows = await db(ctx).holiday.findMany({
    where: {
      companyId: ctx.companyId,
      AND: [
        ids ? { id: { in: ids } } : {},
        branchId ? { OR: [{ branchId: null }, { branchId }] } : {},
        own.length > 0 ? { OR: [{ branchId: null }, { branchId: { in: own } }] } : {},
        from && until ? { date: { gte: new Date(from), lte: new Date(until) } } : {},
      ],
    },
    select: holidaySelect,
    orderBy: [{ date: "asc" }, { name: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, date: toDay(row.date) }));
}

/** Nobody else derives this company's holidays until the transaction ends. */
export async function lockHolidays(ctx: CompanyContext): Promise<void> {
  await db(ctx)
    .$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('holidays' || ${ctx.companyId}::text, 5))::text`;
}

export async function writeDerivation(ctx: CompanyContext, branchId: string, derivation: Derivation): Promise<void> {
  const { companyId } = ctx;
  const { added, changed, parked, removed } = derivation;
  await db(ctx).holiday.deleteMany({ where: { companyId, id: { in: removed } } });
  await db(ctx).holiday.updateMany({ where: { companyId, id: { in: parked } }, data: { isInForce: false } });
  for (const { id, name } of changed)
    await db(ctx).holiday.updateMany({ where: { companyId, id }, data: { name, isInForce: true } });
  const data = added.map(({ date, key, name, isObserved }) => ({
    ...{ id: newId(), companyId, branchId, source: "public" as const },
    ...{ date: new Date(date), key, name, isObserved },
  }));
  if (data.length > 0) await db(ctx).holiday.createMany({ data });
}

export async function rememberPlace(ctx: CompanyContext, place: BranchPlace, derivedUntil: LocalDate): Promise<void> {
  const { companyId } = ctx;
  const { branchId, country, state, municipality } = place;
  const known = { country, state, municipality, derivedUntil: new Date(derivedUntil) };
  await db(ctx).holidayPlace.upsert({
    where: { companyId_branchId: { companyId, branchId } },
    create: { companyId, branchId, ...known },
    update: known,
    select: { branchId: true },
  });
}

export async function insertHoliday(
  ctx: CompanyContext,
  { date, name, branchId }: { date: LocalDate; name: string; branchId: string | null },
) {
  const id = newId();
  const data = {
    id,
    companyId: ctx.companyId,
    branchId,
    date: new Date(date),
    key: `own ${id}`,
    name,
    source: "own" as const,
  };
  await db(ctx).holiday.create({ data, select: { id: true } });
  return id;
}

export async function switchHolidays(ctx: CompanyContext, ids: string[], isObserved: boolean): Promise<void> {
  await db(ctx).holiday.updateMany({ where: { companyId: ctx.companyId, id: { in: ids } }, data: { isObserved } });
}

export async function deleteHoliday(ctx: CompanyContext, id: string): Promise<void> {
  await db(ctx).holiday.deleteMany({ where: { companyId: ctx.companyId, id, source: "own" } });
}

/** Without a company of its own: the door function names no more than the ids. */
export async function findCompaniesWithoutHolidays(until: LocalDate): Promise<string[]> {
  const rows = await appClient().$queryRaw<
    { id: string }[]
  >`SELECT id FROM list_companies_without_holidays(${until}::date) AS company (id)`;
  return rows.map(({ id }) => id);
}
