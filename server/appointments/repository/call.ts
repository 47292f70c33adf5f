import { nameVisits } from "@/server/catalog/services/queries/name-visits";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { visible } from "./read";

export async function findAppointmentsOfCall(ctx: CompanyContext, callId: string) {
  const rows = await db(ctx).appointment.findMany({
    where: { ...visible(ctx), callId },
    select: {
      id: true,
      status: true,
      startsAt: true,
      priceCents: true,
      currency: true,
      parts: true,
      service: { select: { id: true, name: true } },
      staff: { select: { name: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return nameVisits(ctx, rows);
}

/** What the agent of this call changed on appointments, whenever they were made. */
export async function listChangesByCall(ctx: CompanyContext, { callId, since }: { callId: string; since: Date }) {
  return db(ctx).appointmentModification.findMany({
    where: {
      companyId: ctx.companyId,
      occurredAt: { gte: since },
      type: { in: ["rescheduled", "cancelled"] },
      actor: { path: ["callId"], equals: callId },
    },
    select: { appointmentId: true, type: true },
  });
}

export async function clearExplanations(ctx: CompanyContext, callId: string): Promise<void> {
  const where = { companyId: ctx.companyId, callId };
  await db(ctx).appointment.updateMany({ where, data: { explanation: Prisma.DbNull } });
}
