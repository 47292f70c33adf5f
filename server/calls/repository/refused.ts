import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

interface Kept {
  /** Calls that ended before are deleted at the provider whatever their callers agreed to. */
  audioSince: Date;
}

/** What decides whether the provider may delete a call now; null when there is nothing to delete. */
export async function findCallToForget(ctx: CompanyContext, { callId, audioSince }: Kept & { callId: string }) {
  return db(ctx).call.findFirst({
    where: {
      companyId: ctx.companyId,
      id: callId,
      providerForgotAt: null,
      OR: [{ consent: "none" }, { endedAt: { lt: audioSince } }],
    },
    select: { endedAt: true, providerCost: true, status: true },
  });
}

/** Calls that the provider should have deleted by now, the oldest first: refused and over before that instant, or kept long enough. */
export async function listCallsToForget(
  ctx: CompanyContext,
  { endedBefore, audioSince }: Kept & { endedBefore: Date },
) {
  return db(ctx).call.findMany({
    where: {
      companyId: ctx.companyId,
      providerForgotAt: null,
      retellCallId: { not: null },
      OR: [{ consent: "none", endedAt: { lt: endedBefore } }, { endedAt: { lt: audioSince } }],
    },
    select: { id: true, retellCallId: true },
    orderBy: [{ endedAt: "asc" }, { id: "asc" }],
    take: 100,
  });
}
