import type { CustomerView } from "@/server/customers/schema";
import type { Column } from "../shared/data-table/columns";
import type { useFormatters } from "../shared/use-formatters";
import type { Text } from "../shared/use-text";
import { Avatar } from "../ui/avatar";
import { StageBadge } from "./stage-badge";

interface ColumnNeeds {
  text: Text;
  formatters: ReturnType<typeof useFormatters>;
  currency: string;
}

export function customerColumns({ text, formatters, currency }: ColumnNeeds): Column<CustomerView>[] {
  return [
    {
      key: "name",
      header: text("columns.name"),
      cell: (customer) => (
        <span className="flex items-center gap-2.5">
          <Avatar name={customer.name} size="sm" className="max-md:hidden" />
          <span className="md:whitespace-nowrap">{customer.name}</span>
        </span>
      ),
    },
    {
      key: "phone",
      header: text("columns.phone"),
      from: "md",
      cell: ({ phoneText }) => <span className="whitespace-nowrap tabular-nums">{phoneText ?? "–"}</span>,
    },
    {
      key: "email",
      header: text("columns.email"),
      from: "xl",
      width: "max-w-60",
      cell: ({ email }) => (
        <span title={email ?? undefined} className="block truncate text-muted-foreground">
          {email}
        </span>
      ),
    },
    {
      key: "stage",
      header: text("columns.stage"),
      width: "max-md:w-32",
      cell: ({ stage }) => <StageBadge stage={stage} />,
    },
    {
      key: "lastVisit",
      header: text("columns.lastVisit"),
      from: "lg",
      cell: ({ lastAppointmentAt }) =>
        lastAppointmentAt ? (
          <time>{formatters.date(lastAppointmentAt)}</time>
        ) : (
          <span className="text-muted-foreground">{text("never")}</span>
        ),
    },
    {
      key: "visits",
      header: text("columns.visits"),
      from: "md",
      align: "right",
      cell: ({ completedCount }) => formatters.number(completedCount),
    },
    {
      key: "revenue",
      header: text("columns.revenue"),
      from: "lg",
      align: "right",
      cell: ({ totalRevenueCents }) => formatters.money(totalRevenueCents, currency),
    },
  ];
}
