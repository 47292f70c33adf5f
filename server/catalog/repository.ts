import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** Services that can be booked; with a branch, as that branch offers them (its own price and duration). */
export async function listServiceRows(ctx: CompanyContext, branchId?: string) {
  const { companyId } = ctx;
  const rows = await db(ctx).service.findMany({
    where: {
      companyId,
      isActive: true,
      deletedAt: null,
      ...(branchId ? { NOT: { branchServices: { some: { branchId, isActive: false } } } } : {}),
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
