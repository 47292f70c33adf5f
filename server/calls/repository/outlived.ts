import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";

/** Nobody finds the recordings of calls that ended before; how many these were. */
export async function forgetRecordings(ctx: CompanyContext, endedBefore: Date): Promise<number> {
  const where = { companyId: ctx.companyId, recordingUrl: { not: null }, endedAt: { lt: endedBefore } };
  const { count } = await db(ctx).call.updateMany({ where, data: { recordingUrl: null } });
  return count;
}

/** Calls that ended before and still have their words, the oldest first. */
export async function listCallsWithWords(
  ctx: CompanyContext,
  { endedBefore, most }: { endedBefore: Date; most: number },
) {
  return db(ctx).call.findMany({
    where: { companyId: ctx.companyId, wordsForgottenAt: null, endedAt: { lt: endedBefore } },
    select: { id: true },
    orderBy: [{ endedAt: "asc" }, { id: "asc" }],
    take: most,
  });
}

/** That it was rung, how long it took, what came of it and what it cost stays; what the caller agreed to as well. */
export async function forgetWords(ctx: CompanyContext, { callId, at }: { callId: string; at: Date }): Promise<void> {
  await db(ctx).call.updateMany({
    where: { companyId: ctx.companyId, id: callId },
    data: {
      ...{ transcript: null, transcriptTurns: Prisma.DbNull, recordingUrl: null, summary: null, intent: null },
      ...{ summaryTranslations: {}, extractedData: {}, analysis: Prisma.DbNull, topics: [], wordsForgottenAt: at },
    },
  });
}
