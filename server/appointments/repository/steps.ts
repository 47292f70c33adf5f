import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { BESIDE_A_STEP, type LastStep } from "../rules/undo";

/** Who does what of it, by its place in the chain. */
export async function listSegmentStaff(ctx: CompanyContext, appointmentId: string) {
  return db(ctx).appointmentSegment.findMany({
    where: { companyId: ctx.companyId, appointmentId },
    select: { position: true, staffId: true },
  });
}

/** What happened to the appointment last; that a rule was broken stands beside a step and is none. */
export async function findLastStep(ctx: CompanyContext, appointmentId: string): Promise<LastStep | null> {
  return db(ctx).appointmentModification.findFirst({
    where: { companyId: ctx.companyId, appointmentId, type: { notIn: [...BESIDE_A_STEP] } },
    select: { type: true, oldValues: true, newValues: true, occurredAt: true, actor: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}
