import type { AppointmentView } from "@/server/appointments/schema";
import type { Column } from "../../shared/data-table/columns";
import type { useFormatters } from "../../shared/use-formatters";
import type { Text } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { cn } from "../../ui/cn";
import { CalcomMark, SourceMark } from "../appointment-marks";
import { AppointmentStatusBadge } from "../appointment-status-badge";
import type { Selection } from "../bulk/use-selection";
import { ColourDot } from "../colour-dot";
import { VisitName } from "../visit-name";

interface ColumnNeeds {
  text: Text;
  formatters: ReturnType<typeof useFormatters>;
  hasBranches: boolean;
  /** Which rows are chosen; without it none can be. */
  selection?: Selection | null;
}

/** Where there is room: the services wrap before names do. */
const ON_ONE_LINE = "min-[90rem]:whitespace-nowrap";

const isOff = ({ status }: AppointmentView) => status === "cancelled" || status === "no_show";

export function appointmentColumns({
  text,
  formatters,
  hasBranches,
  selection,
}: ColumnNeeds): Column<AppointmentView>[] {
  const branch: Column<AppointmentView> = {
    key: "branch",
    header: text("columns.branch"),
    from: "xl",
    cell: (row) => <span className={ON_ONE_LINE}>{row.branch.name}</span>,
  };
  return [
    {
      key: "time",
      header: text("columns.time"),
      width: "w-16 md:w-32",
      cell: (row) => (
        <span className={cn("whitespace-nowrap tabular-nums", isOff(row) && "text-muted-foreground line-through")}>
          <span className="max-md:hidden">{formatters.timeRange(row.startsAt, row.endsAt)}</span>
          <span className="md:hidden">{formatters.time(row.startsAt)}</span>
          <span className="sr-only">, {row.customer.name}</span>
        </span>
      ),
    },
    {
      key: "customer",
      header: text("columns.customer"),
      // On a phone it takes what the others leave, and no more.
      width: "max-md:w-full max-md:max-w-0",
      cell: (row) => (
        <div className="min-w-0">
          <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
            <span
              className={cn(
                "min-w-0 break-words font-medium xl:whitespace-nowrap",
                isOff(row) && "text-muted-foreground",
              )}
            >
              {row.customer.name}
            </span>
            <span className="md:hidden">
              <AppointmentStatusBadge status={row.status} />
            </span>
          </div>
          <div className="break-words text-muted-foreground text-sm md:hidden">
            <VisitName {...row} /> · {row.staff.name}
          </div>
        </div>
      ),
    },
    {
      key: "service",
      header: text("columns.service"),
      from: "md",
      cell: (row) => (
        <span className="inline-flex items-center gap-2">
          <ColourDot colour={row.service.colour} />
          <VisitName {...row} />
        </span>
      ),
    },
    {
      key: "staff",
      header: text("columns.staff"),
      from: "lg",
      cell: (row) => <span className={ON_ONE_LINE}>{row.staff.name}</span>,
    },
    ...(hasBranches ? [branch] : []),
    {
      key: "price",
      header: text("columns.price"),
      from: "xl",
      align: "right",
      width: "w-24",
      cell: (row) => formatters.money(row.priceCents, row.currency),
    },
    {
      key: "status",
      header: text("columns.status"),
      // On a phone the badge stands behind the name, or below a long one: a name is read in full.
      from: "md",
      width: "w-36",
      cell: (row) => <AppointmentStatusBadge status={row.status} />,
    },
    {
      key: "marks",
      header: text("columns.marks"),
      from: "md",
      width: "w-20",
      cell: (row) => (
        <span className="flex items-center gap-2.5">
          <SourceMark source={row.source} />
          <CalcomMark status={row.calcomSyncStatus} />
        </span>
      ),
    },
    ...(selection ? [selectionColumn(text, selection)] : []),
  ];
}

/** Last, so that a row still opens from its first cell; Shift takes everything up to the row before. */
function selectionColumn(text: Text, selection: Selection): Column<AppointmentView> {
  return {
    key: "select",
    header: "✓",
    width: "w-10",
    align: "right",
    cell: (row) => (
      <Checkbox
        aria-label={text("bulk.select", { customer: row.customer.name })}
        checked={selection.chosen.has(row.id)}
        onChange={({ nativeEvent }) =>
          selection.toggle(row.id, { isRange: "shiftKey" in nativeEvent && nativeEvent.shiftKey === true })
        }
      />
    ),
  };
}
