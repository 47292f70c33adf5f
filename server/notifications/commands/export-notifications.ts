import { BYTE_ORDER_MARK, csvLine } from "@/server/audit/rules/csv";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listMessageRows } from "../repository/list";
import type { NotificationFilters, NotificationView } from "../schema";
import { toNotificationView } from "../views";

const COLUMNS = [
  ...["created_at", "event", "channel", "customer", "recipient", "status", "scheduled_for", "sent_at", "delivered_at"],
  ...["failed_at", "error", "subject", "text", "language", "appointment_id"],
];
const BATCH = 500;

/** The messages as a table, some hundred at a time; that it was taken is itself recorded. */
export async function* exportNotifications(
  ctx: CompanyContext,
  filters: NotificationFilters,
): AsyncGenerator<string, void> {
  const after = { resource: "notifications", ...filters };
  await transact(ctx, async (tx) => recordAudit(tx, { action: "export_appointments", after }));
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for (let behind: [number, string] | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof listMessageRows>> = await transact(ctx, (tx) =>
      listMessageRows(tx, { filters, limit: BATCH, after: behind }),
    );
    if (rows.length > 0) yield rows.map((row) => toLine(toNotificationView(row))).join("");
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    behind = [last.createdAt.getTime(), last.id];
  }
}

function toLine(view: NotificationView): string {
  const at = (instant: Date | null) => instant?.toISOString();
  const { createdAt, scheduledFor, sentAt, deliveredAt, failedAt } = view;
  return csvLine([
    ...[at(createdAt), view.event, view.channel, view.customerName, view.recipient, view.status],
    ...[at(scheduledFor), at(sentAt), at(deliveredAt), at(failedAt)],
    ...[view.error, view.subject, view.body, view.language, view.appointmentId],
  ]);
}
