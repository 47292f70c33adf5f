import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** What has no entry of its own is offered in every branch of the company; a branch that is not its own offers nothing. */
const offeredIn = (branchId: string) => ({
  company: { branches: { some: { id: branchId } } },
  NOT: { branchServices: { some: { branchId, isActive: false } } },
});

/** Services that can be booked; with a branch, as that branch offers them (its own price and duration). */
export async function listServiceRows(ctx: CompanyContext, branchId?: string) {
  const { companyId } = ctx;
  const rows = await db(ctx).service.findMany({
    where: {
      companyId,
      isActive: true,
      deletedAt: null,
      ...(branchId ? offeredIn(branchId) : {}),
    },
    select: {
      id: true,
      name: true,
      category: true,
      description: true,
      durationMinutes: true,
      priceCents: true,
      colour: true,
      synonyms: true,
      isPhoneBookable: true,
      isOnlineBookable: true,
      capacity: true,
      branchServices: {
        where: { branchId: branchId ?? undefined, isActive: true },
        select: { durationMinutes: true, priceCents: true },
        take: branchId ? 1 : 0,
      },
    },
    orderBy: [{ position: "asc" }, { name: "asc" }],
  });
  return rows.map(({ branchServices: [own], ...row }) => ({
    ...row,
    durationMinutes: own?.durationMinutes ?? row.durationMinutes,
    priceCents: own?.priceCents ?? row.priceCents,
  }));
}
