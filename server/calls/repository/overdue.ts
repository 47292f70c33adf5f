import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";

/** Calls that have run longer than a call can. */
export async function listOverdueCalls(ctx: CompanyContext, startedBefore: Date) {
  return db(ctx).call.findMany({
    where: {
      companyId: ctx.companyId,
      status: { in: ["registered", "ongoing"] },
      startedAt: { lt: startedBefore },
      retellCallId: { not: null },
    },
    select: { id: true, retellCallId: true },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
    take: 100,
  });
}

/** What began and ended in between and was never analysed, the latest first; of what we ended or had deleted nobody knows more. */
export async function listUnanalysedCalls(ctx: CompanyContext, { from, until }: { from: Date; until: Date }) {
  return db(ctx).call.findMany({
    where: {
      companyId: ctx.companyId,
      retellCallId: { not: null },
      deletedAt: null,
      startedAt: { gte: from },
      endedAt: { lt: until },
      analysis: { equals: Prisma.DbNull },
      providerForgotAt: null,
      OR: [{ status: "ended" }, { status: "error", disconnectionReason: { not: "no_end_event" } }],
    },
    select: { id: true, retellCallId: true },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: 100,
  });
}
