import { CheckCheck, CircleAlert, CircleCheck, Clock, type LucideIcon, Pin, Undo2 } from "lucide-react";
import Link from "next/link";
import type { ImportLineState, ImportLineView } from "@/server/appointments/imports/schema";
import type { Column } from "../../shared/data-table/columns";
import { StatusBadge } from "../../shared/status-badge";
import type { useFormatters } from "../../shared/use-formatters";
import type { Text } from "../../shared/use-text";
import type { Tone } from "../../ui/tone";

const looks: Record<ImportLineState, { tone: Tone; icon: LucideIcon }> = {
  new: { tone: "grey", icon: Clock },
  ready: { tone: "sky", icon: CircleCheck },
  problem: { tone: "amber", icon: CircleAlert },
  done: { tone: "green", icon: CheckCheck },
  failed: { tone: "red", icon: CircleAlert },
  undone: { tone: "slate", icon: Undo2 },
  kept: { tone: "grey", icon: Pin },
};

interface ColumnNeeds {
  text: Text;
  appointments: Text;
  errors: Text;
  formatters: ReturnType<typeof useFormatters>;
}

export function importLineColumns(needs: ColumnNeeds): Column<ImportLineView>[] {
  const { text } = needs;
  return [
    {
      key: "line",
      header: text("lines.line"),
      width: "w-14",
      cell: (row) => <span className="tabular-nums">{row.line}</span>,
    },
    {
      key: "state",
      header: text("lines.state"),
      width: "w-36",
      cell: (row) => <StatusBadge {...looks[row.state]} label={text(`states.${row.state}`)} />,
    },
    {
      key: "what",
      header: text("lines.what"),
      width: "max-md:w-full",
      cell: (row) =>
        row.problems.length > 0 ? <Problems row={row} needs={needs} /> : <Plan row={row} needs={needs} />,
    },
  ];
}

interface PartProps {
  row: ImportLineView;
  needs: ColumnNeeds;
}

function Plan({ row: { plan, appointmentId }, needs }: PartProps) {
  const { text, appointments, formatters } = needs;
  if (!plan) return null;
  const when = formatters.dateTime(new Date(plan.startsAt));
  return (
    <div className="min-w-0 py-1">
      <p>
        {appointmentId ? (
          <Link
            href={`/appointments/${appointmentId}`}
            prefetch={false}
            className="font-medium underline-offset-4 hover:underline"
          >
            {when}
          </Link>
        ) : (
          <span className="font-medium">{when}</span>
        )}
        {" · "}
        {plan.customerName}
        {plan.customerId === null && ` (${text("lines.newCustomer")})`}
      </p>
      <p className="text-muted-foreground text-sm">
        {[plan.serviceName, plan.staffName ?? text("lines.anyone"), appointments(`status.${plan.status}`)].join(" · ")}
      </p>
    </div>
  );
}

/** Every fault in words, with what the file says and what may have been meant. */
function Problems({ row, needs }: PartProps) {
  const { text, errors } = needs;
  return (
    <ul className="flex flex-col gap-1 py-1">
      {row.problems.map(({ reason, value, suggestions }) => (
        <li key={`${reason}${value}`}>
          {errors.has(`reasons.${reason}`) ? errors(`reasons.${reason}`) : reason}
          <span className="block text-muted-foreground text-sm">
            {[
              value &&
                reason !== "already_there" &&
                !/^\d{4}-\d{2}-\d{2}T/.test(value) &&
                text("lines.says", { value }),
              suggestions.length > 0 && text("lines.meant", { names: suggestions.join(", ") }),
            ]
              .filter(Boolean)
              .join(" ")}
          </span>
          <span className="block truncate text-muted-foreground text-sm">
            {row.cells.filter(Boolean).slice(0, 5).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
