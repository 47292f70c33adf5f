import { BYTE_ORDER_MARK, csvAmount, csvLine } from "@/server/audit/rules/csv";
import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listServices } from "../repository/list";
import type { ExportServicesInput, ServiceView } from "../schema/view";
import { toServiceView } from "../views";

const COLUMNS = [
  ...["id", "name", "category", "status", "duration_minutes", "price", "tax_rate_percent", "places", "is_composite"],
  ...["is_online_bookable", "is_phone_bookable", "staff_count", "synonyms", "description"],
];

/** The services that a page's filters leave, as a table; that it was taken stands in the log. */
export async function* exportServices(ctx: CompanyContext, filters: ExportServicesInput): AsyncGenerator<string, void> {
  if (filters.branchId) requireOwnBranch(ctx, filters.branchId);
  const rows = await transact(ctx, async (tx) => {
    const found = await listServices(tx, { ...filters, sort: "position" });
    recordAudit(tx, { action: "export_services", subjectType: "service", after: { ...filters, count: found.length } });
    return found;
  });
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for (const row of rows) yield csvLine(cellsOf(toServiceView(row)));
}

function cellsOf(service: ServiceView): unknown[] {
  const { id, name, category, status, durationMinutes, priceCents, taxRateBps, capacity, isComposite } = service;
  const { isOnlineBookable, isPhoneBookable, staffCount, synonyms, description } = service;
  const figures = [durationMinutes, csvAmount(priceCents), csvAmount(taxRateBps), capacity];
  const marks = [isComposite, isOnlineBookable, isPhoneBookable, staffCount];
  return [id, name, category, status, ...figures, ...marks, synonyms.join(", "), description];
}
