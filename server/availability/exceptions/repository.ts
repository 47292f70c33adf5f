import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { beyond, offsetOf } from "@/server/core/page";
import type { ListExceptionsInput } from "./schema";

export const exceptionSelect = {
  ...{ id: true, ownerType: true, branchId: true, staffId: true, resourceId: true, kind: true, state: true },
  ...{ startsAt: true, endsAt: true, hours: true, reason: true, decisionNote: true, decidedAt: true, createdAt: true },
  ...{ version: true, requestedByUserId: true },
  company: { select: { timezone: true } },
  branch: { select: { name: true, timezone: true } },
  staff: { select: { name: true, homeBranch: { select: { timezone: true } } } },
  resource: { select: { name: true, branch: { select: { timezone: true } } } },
} satisfies Prisma.ScheduleExceptionSelect;
export type ExceptionRow = Prisma.ScheduleExceptionGetPayload<{ select: typeof exceptionSelect }>;

/** Whoever sees only their own sees their own; whoever works in some branches sees what concerns them. */
export function visibleExceptions({ companyId, restriction }: CompanyContext): Prisma.ScheduleExceptionWhereInput {
  const { staffId, branchIds } = restriction ?? { branchIds: [] };
  if (staffId) return { companyId, staffId };
  if (branchIds.length === 0) return { companyId };
  const inOwn = { in: branchIds };
  const concerned = [
    ...[{ ownerType: "company" as const }, { branchId: inOwn }, { resource: { branchId: inOwn } }],
    { staff: { staffBranches: { some: { branchId: inOwn } } } },
  ];
  return { companyId, OR: concerned };
}

type Where = Omit<ListExceptionsInput, "limit" | "cursor" | "page" | "withTotal" | "order">;

function matching(ctx: CompanyContext, { branchId, staffId, resourceId, state, kind, from, until }: Where) {
  return {
    AND: [
      visibleExceptions(ctx),
      branchId
        ? {
            OR: [
              { branchId },
              { staff: { staffBranches: { some: { branchId } } } },
              { resource: { branchId } },
              { ownerType: "company" as const },
            ],
          }
        : {},
      {
        ...(staffId && { staffId }),
        ...(resourceId && { resourceId }),
        ...(state && { state }),
        ...(kind && { kind }),
      },
      { ...(from && { endsAt: { gt: from } }), ...(until && { startsAt: { lt: until } }) },
    ],
  } satisfies Prisma.ScheduleExceptionWhereInput;
}

/** In the order in which they begin, unless asked otherwise; one more than asked for tells whether there is a next page. */
export function findExceptions(
  ctx: CompanyContext,
  { after, order = "asc", ...input }: ListExceptionsInput & { after: (string | number)[] | null },
) {
  const [at = 0, id = ""] = after ?? [];
  const startsAt = new Date(Number(at));
  return db(ctx).scheduleException.findMany({
    where: {
      AND: [
        matching(ctx, input),
        after ? { OR: [{ startsAt: beyond(order, startsAt) }, { startsAt, id: beyond(order, String(id)) }] } : {},
      ],
    },
    select: exceptionSelect,
    orderBy: [{ startsAt: order }, { id: order }],
    skip: offsetOf(input),
    take: input.limit + 1,
  });
}

export function countExceptions(ctx: CompanyContext, input: Where): Promise<number> {
  return db(ctx).scheduleException.count({ where: matching(ctx, input) });
}

export function findAllBetween(ctx: CompanyContext, input: Where): Promise<ExceptionRow[]> {
  return db(ctx).scheduleException.findMany({
    where: { AND: [matching(ctx, input), { state: { not: "refused" } }] },
    select: exceptionSelect,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

export function findException(ctx: CompanyContext, exceptionId: string): Promise<ExceptionRow | null> {
  return db(ctx).scheduleException.findFirst({
    where: { AND: [visibleExceptions(ctx), { id: exceptionId }] },
    select: exceptionSelect,
  });
}

export async function insertException(
  ctx: CompanyContext,
  data: Omit<Prisma.ScheduleExceptionUncheckedCreateInput, "id" | "companyId">,
): Promise<string> {
  const id = newId();
  await db(ctx).scheduleException.create({ data: { id, companyId: ctx.companyId, ...data }, select: { id: true } });
  return id;
}

/** The version guard turns a lost race into a conflict instead of an overwrite. */
export async function changeException(
  ctx: CompanyContext,
  { id, version }: { id: string; version: number },
  data: Prisma.ScheduleExceptionUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db(ctx).scheduleException.updateMany({
    where: { id, version, companyId: ctx.companyId },
    data: { ...data, version: version + 1 },
  });
  if (count === 0) throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
}

export async function deleteException(
  ctx: CompanyContext,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const { count } = await db(ctx).scheduleException.deleteMany({ where: { id, version, companyId: ctx.companyId } });
  if (count === 0) throw new AppError({ code: "VERSION_CONFLICT", reason: "changed_meanwhile" });
}

export const toHours = (hours: unknown) => (Array.isArray(hours) && hours.length > 0 ? hours : Prisma.DbNull);

/** The person, branch or room that whoever asks may plan for, and whose clock holds there. */
export async function findZone(
  ctx: CompanyContext,
  {
    staffId,
    branchId,
    resourceId,
  }: {
    staffId?: string | null | undefined;
    branchId?: string | null | undefined;
    resourceId?: string | null | undefined;
  },
): Promise<string | null> {
  const { companyId, restriction } = ctx;
  const branchIds = restriction?.branchIds ?? [];
  const own = branchIds.length > 0 ? { in: branchIds } : undefined;
  const timezone = { select: { timezone: true } };
  if (staffId) {
    const where = {
      ...{ companyId, id: staffId, deletedAt: null },
      AND: restriction?.staffId ? { id: restriction.staffId } : {},
    };
    const person = await db(ctx).staff.findFirst({
      where: { ...where, ...(own && { staffBranches: { some: { branchId: own } } }) },
      select: { homeBranch: timezone },
    });
    return person?.homeBranch.timezone ?? null;
  }
  if (restriction?.staffId) return null;
  if (resourceId) {
    const where = { companyId, id: resourceId, ...(own && { branchId: own }) };
    return (await db(ctx).resource.findFirst({ where, select: { branch: timezone } }))?.branch.timezone ?? null;
  }
  if (branchId) {
    const where = { companyId, deletedAt: null, AND: [{ id: branchId }, own ? { id: own } : {}] };
    return (await db(ctx).branch.findFirst({ where, select: { timezone: true } }))?.timezone ?? null;
  }
  return (await db(ctx).company.findFirst({ where: { id: companyId }, select: { timezone: true } }))?.timezone ?? null;
}

/** Those who work in the branch, or whom whoever asks may see, with the weekdays on which they do. */
export function findTeam(ctx: CompanyContext, branchId: string | undefined) {
  const { companyId, restriction } = ctx;
  const own = restriction?.branchIds ?? [];
  return db(ctx).staff.findMany({
    where: {
      ...{ companyId, isActive: true, deletedAt: null },
      AND: [
        restriction?.staffId ? { id: restriction.staffId } : {},
        branchId ? { staffBranches: { some: { branchId } } } : {},
        own.length > 0 ? { staffBranches: { some: { branchId: { in: own } } } } : {},
      ],
    },
    select: {
      id: true,
      name: true,
      colour: true,
      workingHours: { where: { isAvailable: true }, select: { dayOfWeek: true } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** Days off that everybody has, or the branch. */
export function findDaysOff(
  ctx: CompanyContext,
  { branchId, from, until }: { branchId: string | undefined; from: Date; until: Date },
) {
  return db(ctx).holiday.findMany({
    where: {
      companyId: ctx.companyId,
      isObserved: true,
      date: { gte: from, lte: until },
      ...(branchId ? { OR: [{ branchId: null }, { branchId }] } : {}),
    },
    select: { date: true, name: true },
    distinct: ["date"],
    orderBy: { date: "asc" },
  });
}
