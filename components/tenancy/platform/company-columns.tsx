import type { PlatformCompanyView } from "@/server/tenancy/platform/schema/companies";
import type { Column } from "../../shared/data-table/columns";
import type { useFormatters } from "../../shared/use-formatters";
import type { Text } from "../../shared/use-text";
import { StandingBadge } from "./standing-badge";

interface ColumnNeeds {
  text: Text;
  formatters: ReturnType<typeof useFormatters>;
}

export function companyColumns({ text, formatters }: ColumnNeeds): Column<PlatformCompanyView>[] {
  return [
    { key: "name", header: text("columns.name"), cell: ({ name }) => name },
    { key: "tenant", header: text("columns.tenant"), from: "md", cell: ({ tenant }) => tenant.name },
    {
      key: "industry",
      header: text("companies.industry"),
      from: "lg",
      cell: ({ industry }) =>
        text.has(`companies.industries.${industry}`) ? text(`companies.industries.${industry}`) : industry,
    },
    { key: "city", header: text("companies.city"), from: "lg", cell: ({ city }) => city ?? "–" },
    { key: "status", header: text("columns.status"), cell: ({ status }) => <StandingBadge status={status} /> },
    {
      key: "since",
      header: text("columns.since"),
      from: "lg",
      cell: ({ createdAt }) => <time>{formatters.date(createdAt)}</time>,
    },
  ];
}
