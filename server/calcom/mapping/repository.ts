import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { offersOf, type ServiceFacts } from "./rules/doers";
import type { Offered } from "./rules/wanted";

const bookable = { isActive: true, isBookable: true, deletedAt: null };

/** What is booked here by itself or as a part of something else, with who offers it and who is named for its parts. */
export async function listServices(ctx: CompanyContext): Promise<ServiceFacts[]> {
  const { companyId } = ctx;
  const isBooked = { isActive: true, deletedAt: null };
  const rows = await db(ctx).service.findMany({
    where: { companyId, deletedAt: null, OR: [isBooked, { segmentsWithIt: { some: { service: isBooked } } }] },
    select: {
      ...{ id: true, name: true, isActive: true, isComposite: true, capacity: true },
      ...{ durationMinutes: true, bufferBeforeMinutes: true, bufferAfterMinutes: true },
      staffServices: {
        where: { staff: bookable },
        select: { durationMinutes: true, staff: { select: { id: true, name: true } } },
        orderBy: [{ staff: { name: "asc" } }, { staffId: "asc" }],
      },
      serviceSegments: {
        select: {
          ...{ name: true, durationMinutes: true, gapAfterMinMinutes: true, isStaffFree: true },
          ...{ staffMode: true, segmentServiceId: true },
          staff: { select: { id: true, name: true, isActive: true, isBookable: true, deletedAt: true } },
        },
        orderBy: { position: "asc" },
      },
    },
    orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ staffServices, serviceSegments, isComposite, ...row }) => {
    const people = staffServices.map(({ staff, durationMinutes: minutes }) => ({ ...staff, minutes }));
    const segments = serviceSegments.map(({ staff, segmentServiceId: serviceId, ...segment }) => {
      const isThere = staff?.isActive && staff.isBookable && !staff.deletedAt;
      return { ...segment, serviceId, person: isThere ? { id: staff.id, name: staff.name } : null };
    });
    return { ...row, people, segments: isComposite ? segments : [] };
  });
}

export const listOffers = async (ctx: CompanyContext): Promise<Offered[]> => offersOf(await listServices(ctx));

/** Who can be booked, and who they are over there. */
export async function listPeople(ctx: CompanyContext) {
  const rows = await db(ctx).staff.findMany({
    where: { companyId: ctx.companyId, ...bookable },
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
