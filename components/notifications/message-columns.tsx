import type { NotificationView } from "@/server/notifications/schema";
import type { Column } from "../shared/data-table/columns";
import type { useFormatters } from "../shared/use-formatters";
import type { Text } from "../shared/use-text";
import { MessageStatusBadge } from "./message-status-badge";
import { lastMoment, type MessageWords, messageName, receiverName } from "./message-words";
import { RetryMessageButton } from "./retry-message-button";

interface ColumnNeeds {
  text: Text;
  words: MessageWords;
  formatters: ReturnType<typeof useFormatters>;
}

export function messageColumns({ text, words, formatters }: ColumnNeeds): Column<NotificationView>[] {
  return [
    {
      key: "what",
      header: text("columns.what"),
      width: "max-md:w-full max-md:max-w-0",
      cell: (row) => (
        <div className="min-w-0">
          <div className="truncate font-medium">{messageName(row, words)}</div>
          <div className="truncate text-muted-foreground text-sm md:hidden">
            {receiverName(row, text)} · {formatters.dateTime(lastMoment(row))}
          </div>
        </div>
      ),
    },
    {
      key: "to",
      header: text("columns.to"),
      from: "md",
      cell: (row) => (
        <div className="min-w-0">
          <div className="truncate">{receiverName(row, text)}</div>
          {row.customerName && <div className="truncate text-muted-foreground text-sm">{row.recipientText}</div>}
        </div>
      ),
    },
    { key: "channel", header: text("columns.channel"), from: "lg", cell: (row) => words(`channels.${row.channel}`) },
    {
      key: "when",
      header: text("columns.when"),
      from: "md",
      width: "w-44",
      cell: (row) => <time className="tabular-nums">{formatters.dateTime(lastMoment(row))}</time>,
    },
    {
      key: "status",
      header: text("columns.status"),
      width: "w-32 md:w-40",
      align: "right",
      cell: (row) => (
        <span className="inline-flex items-center gap-1">
          <RetryMessageButton message={row} />
          <MessageStatusBadge status={row.status} />
        </span>
      ),
    },
  ];
}
