import type { WebhookView } from "@/server/webhooks/schema";
import type { Column } from "../shared/data-table/columns";
import type { useFormatters } from "../shared/use-formatters";
import type { Text } from "../shared/use-text";
import { WebhookStatusBadge } from "./webhook-status-badge";
import { eventName, reasonOf } from "./webhook-words";

interface ColumnNeeds {
  text: Text;
  errors: Text;
  formatters: ReturnType<typeof useFormatters>;
}

export function webhookColumns({ text, errors, formatters }: ColumnNeeds): Column<WebhookView>[] {
  return [
    {
      key: "event",
      header: text("columns.event"),
      width: "max-md:w-full max-md:max-w-0",
      cell: (row) => (
        <div className="min-w-0">
          <div className="truncate font-medium">{eventName(row, text)}</div>
          <div className="truncate text-muted-foreground text-sm md:hidden">
            {text(`sources.${row.source}`)} · {formatters.dateTime(row.receivedAt)}
          </div>
        </div>
      ),
    },
    { key: "source", header: text("columns.source"), from: "md", cell: (row) => text(`sources.${row.source}`) },
    {
      key: "when",
      header: text("columns.when"),
      from: "md",
      width: "w-44",
      cell: (row) => <time className="tabular-nums">{formatters.dateTime(row.receivedAt)}</time>,
    },
    {
      key: "error",
      header: text("columns.error"),
      from: "xl",
      width: "w-72 max-w-72",
      cell: (row) => <span className="block truncate">{reasonOf(row, { text, errors })}</span>,
    },
    {
      key: "status",
      header: text("columns.status"),
      width: "w-36 md:w-40",
      align: "right",
      cell: (row) => <WebhookStatusBadge status={row.status} />,
    },
  ];
}
