import { BYTE_ORDER_MARK, csvLine } from "@/server/audit/rules/csv";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { toOffsetIso } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { listModificationRows } from "../repository";
import type { ModificationFilters, ModificationView } from "../schema";
import { toModificationView } from "../views";

const COLUMNS = [
  ...["occurred_at", "type", "customer", "service", "staff", "branch", "appointment_at"],
  ...["before", "after", "actor_kind", "actor", "reason", "policy", "fee", "currency", "appointment_id"],
];
const BATCH = 500;

/** The changes as a table, some hundred at a time; that it was taken is itself recorded. */
export async function* exportModifications(
  ctx: CompanyContext,
  filters: ModificationFilters,
): AsyncGenerator<string, void> {
  const after = { resource: "modifications", ...filters };
  await transact(ctx, async (tx) => recordAudit(tx, { action: "export_appointments", after }));
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for (let behind: [number, string] | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof listModificationRows>> = await transact(ctx, (tx) =>
      listModificationRows(tx, { filters, limit: BATCH, after: behind }),
    );
    if (rows.length > 0) yield rows.map((row) => toLine(toModificationView(row))).join("");
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    behind = [last.occurredAt.getTime(), last.id];
  }
}

function toLine(view: ModificationView): string {
  const { timezone, occurredAt, startsAt, actor, policyResult, feeCents } = view;
  const at = (instant: Date) => toOffsetIso(timezone, instant.getTime());
  return csvLine([
    ...[
      at(occurredAt),
      view.type,
      view.customer.name,
      view.serviceName,
      view.staff.name,
      view.branch.name,
      at(startsAt),
    ],
    ...[view.oldValues, view.newValues, actor.kind, actor.name, view.reason, policyResult?.reason],
    ...[(feeCents / 100).toFixed(2), view.currency, view.appointmentId],
  ]);
}
