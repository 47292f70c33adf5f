import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import type { Offered } from "./rules/wanted";

/**
 * Each service by each person who does it. A class, and what the parts of a chain that are no service of their own are booked
 * by, are only ours to book over there.
 */
export async function listOffers(ctx: CompanyContext): Promise<Offered[]> {
  const { companyId } = ctx;
  const rows = await db(ctx).service.findMany({
    where: { companyId, isActive: true, deletedAt: null },
    select: {
      ...{ id: true, name: true, durationMinutes: true, bufferBeforeMinutes: true, bufferAfterMinutes: true },
      ...{ isComposite: true, capacity: true },
      staffServices: {
        where: { staff: { isActive: true, isBookable: true, deletedAt: null } },
        select: { durationMinutes: true, staff: { select: { id: true, name: true } } },
        orderBy: [{ staff: { name: "asc" } }, { staffId: "asc" }],
      },
      serviceSegments: {
        where: { isStaffFree: false, segmentServiceId: null },
        select: { durationMinutes: true },
        orderBy: { position: "asc" },
      },
    },
    orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ id: serviceId, name: service, staffServices, serviceSegments, ...row }) => {
    const { durationMinutes, isComposite, capacity, ...buffers } = row;
    const lengths = [...new Set(serviceSegments.map((segment) => segment.durationMinutes))].sort((a, b) => a - b);
    if (isComposite && lengths.length === 0) return [];
    return staffServices.map(({ staff, durationMinutes: own }) => {
      const named = { serviceId, service, staffId: staff.id, staff: staff.name };
      // Between the parts of one visit there is no buffer.
      if (isComposite) {
        const lengthMinutes = lengths.at(-1) ?? durationMinutes;
        return { ...named, lengthMinutes, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, isHidden: true, lengths };
      }
      const hidden = capacity > 1 ? { isHidden: true } : {};
      return { ...named, lengthMinutes: own ?? durationMinutes, ...buffers, ...hidden };
    });
  });
}

/** Who can be booked, and who they are over there. */
export async function listPeople(ctx: CompanyContext) {
  const rows = await db(ctx).staff.findMany({
    where: { companyId: ctx.companyId, isActive: true, isBookable: true, deletedAt: null },
    select: { id: true, name: true, email: true, calcomTeamMembers: { select: { calcomUserId: true }, take: 1 } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id: staffId, calcomTeamMembers: [member], ...row }) => {
    return { staffId, ...row, calcomUserId: member?.calcomUserId ?? null };
  });
}

const mapping = {
  ...{ id: true, serviceId: true, staffId: true, calcomTeamId: true, calcomEventTypeId: true, title: true },
  ...{ slug: true, lengthMinutes: true, remoteHash: true, isActive: true },
} as const;
export type MappingRow = Awaited<ReturnType<typeof listAllMappings>>[number];

export const listAllMappings = (ctx: CompanyContext) =>
  db(ctx).teamEventTypeMapping.findMany({
    where: { companyId: ctx.companyId },
    select: mapping,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });

/** This person is this member from now on, and nobody else is; null: they are nobody over there. */
export async function writeMember(
  ctx: CompanyContext,
  { staffId, calcomUserId }: { staffId: string; calcomUserId: number | null },
): Promise<void> {
  const { companyId } = ctx;
  const others = calcomUserId === null ? [] : [{ calcomUserId }];
  await db(ctx).calcomTeamMember.deleteMany({ where: { companyId, OR: [{ staffId }, ...others] } });
  if (calcomUserId === null) return;
  await db(ctx).calcomTeamMember.create({
    data: { id: newId(), companyId, staffId, calcomUserId },
    select: { id: true },
  });
}

export interface NewMapping {
  serviceId: string;
  staffId: string | null;
  calcomTeamId: number | null;
  calcomEventTypeId: number;
  title: string;
  slug: string;
  lengthMinutes: number;
  remoteHash: string | null;
}

/** Where an event type stands already for this person. */
const findMappingOf = (
  ctx: CompanyContext,
  { calcomEventTypeId, staffId }: Pick<NewMapping, "calcomEventTypeId" | "staffId">,
) =>
  db(ctx).teamEventTypeMapping.findFirst({
    where: { companyId: ctx.companyId, calcomEventTypeId, staffId },
    select: { id: true, serviceId: true, isActive: true },
  });

/**
 * In place of the one before for this service by this person, which is kept for the bookings that it has. One that stands for
 * another service is not taken away from it.
 */
export async function replaceMapping(ctx: CompanyContext, fresh: NewMapping): Promise<void> {
  const { companyId, now } = ctx;
  const { serviceId, staffId, calcomEventTypeId } = fresh;
  const known = await findMappingOf(ctx, fresh);
  if (known?.isActive && known.serviceId !== serviceId) {
    throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_mapping_taken" });
  }
  await db(ctx).teamEventTypeMapping.updateMany({
    where: { companyId, serviceId, staffId, calcomEventTypeId: { not: calcomEventTypeId } },
    data: { isActive: false },
  });
  const data = { ...fresh, lastSyncedAt: now, isActive: true };
  if (known) await db(ctx).teamEventTypeMapping.updateMany({ where: { companyId, id: known.id }, data });
  else await db(ctx).teamEventTypeMapping.create({ data: { ...data, id: newId(), companyId }, select: { id: true } });
}

export async function deleteMapping(
  ctx: CompanyContext,
  { serviceId, staffId }: Pick<NewMapping, "serviceId" | "staffId">,
): Promise<number> {
  // What was booked by it is still told by it.
  const { count } = await db(ctx).teamEventTypeMapping.updateMany({
    where: { companyId: ctx.companyId, serviceId, staffId, isActive: true },
    data: { isActive: false },
  });
  return count;
}
