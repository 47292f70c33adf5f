import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** What decides whether the provider may delete a call now; null when there is nothing to delete. */
export async function findCallToForget(ctx: CompanyContext, callId: string) {
  return db(ctx).call.findFirst({
    where: { companyId: ctx.companyId, id: callId, consent: "none", providerForgotAt: null },
    select: { endedAt: true, providerCost: true, status: true },
  });
}

/** Calls that ended before that instant and that the provider has not deleted yet, the oldest first. */
export async function listCallsToForget(ctx: CompanyContext, endedBefore: Date) {
  return db(ctx).call.findMany({
    where: {
      companyId: ctx.companyId,
      consent: "none",
      providerForgotAt: null,
      retellCallId: { not: null },
      endedAt: { lt: endedBefore },
    },
    select: { id: true, retellCallId: true },
    orderBy: [{ endedAt: "asc" }, { id: "asc" }],
    take: 100,
  });
}
