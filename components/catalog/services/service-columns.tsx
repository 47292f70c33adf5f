import type { ServiceView } from "@/server/catalog/services/schema/view";
import type { Selection } from "../../appointments/bulk/use-selection";
import { ColourDot } from "../../appointments/colour-dot";
import type { Column } from "../../shared/data-table/columns";
import type { useFormatters } from "../../shared/use-formatters";
import type { Text } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { ServiceBadges } from "./service-badges";

interface ColumnNeeds {
  text: Text;
  formatters: ReturnType<typeof useFormatters>;
  currency: string;
  /** Which rows are chosen; without it none can be. */
  selection: Selection | null;
}

export function serviceColumns({ text, formatters, currency, selection }: ColumnNeeds): Column<ServiceView>[] {
  return [
    {
      key: "name",
      header: text("columns.name"),
      sortKey: "name",
      cell: (service) => (
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <ColourDot colour={service.colour} />
          {service.name}
          <ServiceBadges service={service} />
        </span>
      ),
    },
    {
      key: "category",
      header: text("columns.category"),
      from: "lg",
      cell: ({ category }) => category ?? <span className="text-muted-foreground">–</span>,
    },
    {
      key: "duration",
      header: text("columns.duration"),
      sortKey: "duration",
      align: "right",
      from: "md",
      cell: ({ durationMinutes }) => formatters.minutes(durationMinutes),
    },
    {
      key: "price",
      header: text("columns.price"),
      sortKey: "price",
      align: "right",
      from: "md",
      cell: ({ priceCents }) => formatters.money(priceCents, currency),
    },
    {
      key: "staff",
      header: text("columns.staff"),
      align: "right",
      from: "lg",
      cell: ({ staffCount }) => formatters.number(staffCount),
    },
    {
      key: "booking",
      header: text("columns.booking"),
      from: "xl",
      cell: (service) => (
        <span className="text-muted-foreground">
          {bookableBy(service)
            .map((way) => text(`booking.${way}`))
            .join(", ")}
        </span>
      ),
    },
    ...(selection ? [selectionColumn(text, selection)] : []),
  ];
}

/** Last, so that a row still opens from its first cell; Shift takes everything up to the row before. */
function selectionColumn(text: Text, selection: Selection): Column<ServiceView> {
  return {
    key: "select",
    header: "✓",
    width: "w-10",
    align: "right",
    cell: ({ id, name, status }) =>
      status === "archived" ? null : (
        <Checkbox
          aria-label={text("bulk.select", { name })}
          checked={selection.chosen.has(id)}
          onChange={({ nativeEvent }) =>
            selection.toggle(id, { isRange: "shiftKey" in nativeEvent && nativeEvent.shiftKey === true })
          }
        />
      ),
  };
}

function bookableBy({ isOnlineBookable, isPhoneBookable }: ServiceView): string[] {
  const ways = [...(isPhoneBookable ? ["phone"] : []), ...(isOnlineBookable ? ["online"] : [])];
  return ways.length > 0 ? ways : ["hand"];
}
