import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { visible } from "../repository/read";

const select = {
  id: true,
  status: true,
  notes: true,
  version: true,
  moveCount: true,
  startsAt: true,
  endsAt: true,
  blockedFrom: true,
  blockedUntil: true,
  staffId: true,
  customer: {
    select: {
      id: true,
      firstName: true,
      lastName: true,
      customerPhones: { select: { e164: true }, orderBy: [{ isPrimary: "desc" }, { id: "asc" }], take: 1 },
    },
  },
  classPlaces: { select: { places: true } },
} satisfies Prisma.AppointmentSelect;

export type ParticipantRow = Prisma.AppointmentGetPayload<{ select: typeof select }>;

/** In the order in which they booked. */
export function listParticipantRows(ctx: CompanyContext, sessionId: string): Promise<ParticipantRow[]> {
  return db(ctx).appointment.findMany({
    where: { AND: [visible(ctx), { classSessionId: sessionId }] },
    select,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** Those who would come. All of them, whoever asks: a session moves with everybody. */
export function listComingRows(ctx: CompanyContext, sessionId: string): Promise<ParticipantRow[]> {
  return db(ctx).appointment.findMany({
    where: { companyId: ctx.companyId, classSessionId: sessionId, status: { in: ["pending", "confirmed"] } },
    select,
    orderBy: { id: "asc" },
  });
}

/** The one stretch of a place in a class, with the session's time and teacher. */
export async function writeSegmentTimes(
  ctx: CompanyContext,
  { appointmentId, ...times }: { appointmentId: string; staffId: string; startsAt: Date; endsAt: Date },
): Promise<void> {
  await db(ctx).appointmentSegment.updateMany({ where: { companyId: ctx.companyId, appointmentId }, data: times });
}
