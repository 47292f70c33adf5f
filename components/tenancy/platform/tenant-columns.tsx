import type { TenantView } from "@/server/tenancy/platform/schema/tenants";
import type { Column } from "../../shared/data-table/columns";
import type { useFormatters } from "../../shared/use-formatters";
import type { Text } from "../../shared/use-text";
import { StandingBadge } from "./standing-badge";

interface ColumnNeeds {
  text: Text;
  formatters: ReturnType<typeof useFormatters>;
}

export function tenantColumns({ text, formatters }: ColumnNeeds): Column<TenantView>[] {
  return [
    { key: "name", header: text("columns.name"), cell: ({ name }) => name },
    {
      key: "slug",
      header: text("columns.slug"),
      from: "lg",
      cell: ({ slug }) => <span className="text-muted-foreground">{slug}</span>,
    },
    { key: "status", header: text("columns.status"), cell: ({ status }) => <StandingBadge status={status} /> },
    {
      key: "companies",
      header: text("columns.companies"),
      from: "md",
      align: "right",
      cell: ({ companyCount }) => formatters.number(companyCount),
    },
    {
      key: "users",
      header: text("columns.users"),
      from: "md",
      align: "right",
      cell: ({ userCount }) => formatters.number(userCount),
    },
    {
      key: "since",
      header: text("columns.since"),
      from: "lg",
      cell: ({ createdAt }) => <time>{formatters.date(createdAt)}</time>,
    },
  ];
}
