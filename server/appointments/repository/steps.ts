import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { LastStep } from "../rules/undo";

/** What happened to the appointment last; that a rule was broken stands beside a step and is none. */
export async function findLastStep(ctx: CompanyContext, appointmentId: string): Promise<LastStep | null> {
  return db(ctx).appointmentModification.findFirst({
    where: { companyId: ctx.companyId, appointmentId, type: { not: "violation" } },
    select: { type: true, oldValues: true, newValues: true, occurredAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}
