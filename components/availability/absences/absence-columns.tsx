import type { ExceptionView } from "@/server/availability/exceptions/schema";
import type { Column } from "../../shared/data-table/columns";
import { StatusBadge } from "../../shared/status-badge";
import type { Text } from "../../shared/use-text";
import { KIND_LOOKS, STATE_LOOKS } from "./absence-look";

export function absenceColumns(text: Text, whenText: (absence: ExceptionView) => string): Column<ExceptionView>[] {
  return [
    { key: "who", header: text("columns.who"), cell: ({ ownerName }) => ownerName ?? text("owner.company") },
    {
      key: "kind",
      header: text("columns.kind"),
      from: "sm",
      cell: ({ kind }) => <StatusBadge {...KIND_LOOKS[kind]} label={text(`kinds.${kind}`)} />,
    },
    {
      key: "when",
      header: text("columns.when"),
      from: "sm",
      cell: (absence) => <span className="whitespace-nowrap">{whenText(absence)}</span>,
    },
    {
      key: "reason",
      header: text("columns.reason"),
      from: "lg",
      cell: ({ reason }) => <span className="text-muted-foreground">{reason ?? "–"}</span>,
    },
    {
      key: "state",
      header: text("columns.state"),
      from: "md",
      cell: ({ state }) => <StatusBadge {...STATE_LOOKS[state]} label={text(`states.${state}`)} />,
    },
  ];
}
