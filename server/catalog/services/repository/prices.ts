import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";

/** What services cost by themselves, in the business's own order. */
export function listPrices(ctx: CompanyContext, serviceIds: readonly string[]) {
  return db(ctx).service.findMany({
    where: { companyId: ctx.companyId, id: { in: [...serviceIds] } },
    select: { id: true, name: true, priceCents: true, version: true },
    orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
  });
}
