import { Archive, CirclePause } from "lucide-react";
import type { ResourceView } from "@/server/catalog/resources/schema";
import type { Column } from "../../shared/data-table/columns";
import { StatusBadge } from "../../shared/status-badge";
import type { Text } from "../../shared/use-text";
import { RESOURCE_ICONS } from "../resource-types";
import { UtilisationBar } from "./utilisation-bar";

const branchColumn = (text: Text): Column<ResourceView> => ({
  key: "branch",
  header: text("columns.branch"),
  from: "lg",
  cell: ({ branch }) => branch.name,
});

export function resourceColumns({ text, hasBranches }: { text: Text; hasBranches: boolean }): Column<ResourceView>[] {
  return [
    {
      key: "name",
      header: text("columns.name"),
      cell: ({ name, type, status }) => {
        const Icon = RESOURCE_ICONS[type];
        return (
          <span className="flex min-w-0 flex-wrap items-center gap-2">
            <Icon aria-hidden="true" className="size-4 text-muted-foreground" />
            {name}
            {status === "archived" && <StatusBadge tone="grey" icon={Archive} label={text("status.archived")} />}
            {status === "inactive" && <StatusBadge tone="amber" icon={CirclePause} label={text("status.inactive")} />}
          </span>
        );
      },
    },
    { key: "type", header: text("columns.type"), from: "md", cell: ({ type }) => text(`type.${type}`) },
    ...(hasBranches ? [branchColumn(text)] : []),
    {
      key: "group",
      header: text("columns.group"),
      from: "lg",
      cell: ({ group }) => group?.name ?? <span className="text-muted-foreground">–</span>,
    },
    { key: "capacity", header: text("columns.capacity"), align: "right", from: "md", cell: ({ capacity }) => capacity },
    {
      key: "week",
      header: text("columns.week"),
      from: "md",
      cell: ({ week }) => <UtilisationBar week={week} />,
    },
  ];
}
