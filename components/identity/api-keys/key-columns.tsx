import type { ApiKeyView } from "@/server/identity/api-keys/schema";
import type { Column } from "../../shared/data-table/columns";
import type { Instant } from "../../shared/formatters";
import { RelativeTime } from "../../shared/relative-time";
import { StatusBadge } from "../../shared/status-badge";
import type { Text } from "../../shared/use-text";
import { KEY_LOOKS } from "./key-status";

export function keyColumns(text: Text, date: (at: Instant) => string): Column<ApiKeyView>[] {
  return [
    {
      key: "name",
      header: text("columns.name"),
      cell: ({ name, prefix, isGroupWide, homeCompany }) => (
        <span className="min-w-0">
          <span className="block truncate">
            {name}
            {isGroupWide && <span className="text-muted-foreground"> · {homeCompany ?? text("group")}</span>}
          </span>
          <code className="block truncate font-mono text-muted-foreground text-sm max-md:hidden">{prefix}…</code>
        </span>
      ),
    },
    {
      key: "status",
      header: text("columns.status"),
      cell: ({ status }) => <StatusBadge {...KEY_LOOKS[status]} label={text(`status.${status}`)} />,
    },
    {
      key: "lastUsed",
      header: text("columns.lastUsed"),
      from: "md",
      cell: ({ lastUsedAt }) => (
        <span className="whitespace-nowrap text-muted-foreground">
          {lastUsedAt ? <RelativeTime at={lastUsedAt} /> : text("never")}
        </span>
      ),
    },
    {
      key: "expires",
      header: text("columns.expires"),
      from: "md",
      cell: ({ expiresAt }) => <span className="whitespace-nowrap">{date(expiresAt)}</span>,
    },
    { key: "createdBy", header: text("columns.createdBy"), from: "xl", cell: ({ createdBy }) => createdBy ?? "–" },
  ];
}
