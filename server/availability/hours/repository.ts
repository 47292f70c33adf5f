import { createHash } from "node:crypto";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import type { LocalDate } from "@/server/core/time";
import type { WorkingHour } from "../rules/weekly-hours";
import type { ListHoursInput } from "./schema";

/** Whose hours: a branch's own, or somebody's, everywhere or in one branch. */
export interface HoursOwner {
  staffId: string | null;
  branchId: string | null;
}

const dayOf = (date: Date | null): LocalDate | null => date?.toISOString().slice(0, 10) ?? null;
const dateOf = (day: LocalDate | null | undefined): Date | null => (day ? new Date(day) : null);

/** The branches that whoever asks works with. */
export function findBranches(ctx: CompanyContext, { branchId }: ListHoursInput) {
  const { companyId, restriction } = ctx;
  const own = restriction?.branchIds ?? [];
  return db(ctx).branch.findMany({
    where: {
      ...{ companyId, isActive: true, deletedAt: null },
      AND: [branchId ? { id: branchId } : {}, own.length > 0 ? { id: { in: own } } : {}],
    },
    select: { id: true, name: true, timezone: true },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }],
  });
}

/** The people that whoever asks may see, with where they work. */
export function findStaff(ctx: CompanyContext, { branchId, staffId }: ListHoursInput) {
  const { companyId, restriction } = ctx;
  const own = restriction?.branchIds ?? [];
  return db(ctx).staff.findMany({
    where: {
      ...{ companyId, isActive: true, deletedAt: null },
      AND: [
        staffId ? { id: staffId } : {},
        restriction?.staffId ? { id: restriction.staffId } : {},
        branchId ? { staffBranches: { some: { branchId } } } : {},
        own.length > 0 ? { staffBranches: { some: { branchId: { in: own } } } } : {},
      ],
    },
    select: {
      ...{ id: true, name: true, homeBranch: { select: { timezone: true } } },
      staffBranches: { select: { branchId: true, branch: { select: { timezone: true } } } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

const rowSelect = {
  ...{ staffId: true, branchId: true, dayOfWeek: true, startTime: true, endTime: true, breakStart: true },
  ...{ breakEnd: true, isAvailable: true, validFrom: true, validUntil: true },
} as const;

export interface HoursRow extends WorkingHour {
  staffId: string | null;
  branchId: string | null;
}

export async function findRows(
  ctx: CompanyContext,
  owners: { branchIds?: string[]; staffIds?: string[] },
): Promise<HoursRow[]> {
  const rows = await db(ctx).workingHour.findMany({
    where: {
      companyId: ctx.companyId,
      OR: [
        { ownerType: "branch", branchId: { in: owners.branchIds ?? [] } },
        { ownerType: "staff", staffId: { in: owners.staffIds ?? [] } },
      ],
    },
    select: rowSelect,
    orderBy: [{ dayOfWeek: "asc" }, { startTime: "asc" }, { validFrom: "asc" }],
  });
  return rows.map((row) => ({ ...row, validFrom: dayOf(row.validFrom), validUntil: dayOf(row.validUntil) }));
}

/** The same rows have the same one, whoever wrote them and in whatever order. */
export function versionOf(rows: readonly HoursRow[]): string {
  const texts = rows.map(
    ({ dayOfWeek, startTime, endTime, breakStart, breakEnd, isAvailable, validFrom, validUntil }) =>
      [dayOfWeek, startTime, endTime, breakStart, breakEnd, isAvailable, validFrom, validUntil].join(),
  );
  return createHash("sha256").update(texts.sort().join("\n")).digest("base64url").slice(0, 22);
}

/** Nobody else writes this owner's hours until the transaction ends. */
export async function lockOwner(ctx: CompanyContext, { staffId, branchId }: HoursOwner): Promise<void> {
  const key = `working_hours ${staffId ?? branchId}`;
  await db(ctx).$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 4))::text`;
}

export async function replaceRows(
  ctx: CompanyContext,
  { staffId, branchId }: HoursOwner,
  rows: readonly WorkingHour[],
): Promise<void> {
  const owner = { companyId: ctx.companyId, ownerType: staffId ? "staff" : "branch", staffId, branchId } as const;
  await db(ctx).workingHour.deleteMany({ where: owner });
  if (rows.length === 0) return;
  await db(ctx).workingHour.createMany({
    data: rows.map((row) => ({
      ...{ id: newId(), ...owner, dayOfWeek: row.dayOfWeek, isAvailable: row.isAvailable },
      ...{ startTime: row.startTime, endTime: row.endTime, breakStart: row.breakStart, breakEnd: row.breakEnd },
      ...{ validFrom: dateOf(row.validFrom), validUntil: dateOf(row.validUntil) },
    })),
  });
}
