import type { ModificationView } from "@/server/appointments/modifications/schema";
import type { Column } from "../../shared/data-table/columns";
import type { useFormatters } from "../../shared/use-formatters";
import type { Text } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { describeActor, describeChange } from "../details/describe-change";
import { VisitName } from "../visit-name";

interface ColumnNeeds {
  text: Text;
  /** Of the appointments' own words. */
  history: Text;
  formatters: ReturnType<typeof useFormatters>;
  staffName: (id: string) => string | undefined;
  onCustomer: (customerId: string) => void;
}

export function modificationColumns(needs: ColumnNeeds): Column<ModificationView>[] {
  const { text, history, formatters } = needs;
  return [
    {
      key: "when",
      header: text("columns.when"),
      width: "md:w-44",
      // The column is at least as wide as a day: the time goes below it on a phone, and nothing breaks within.
      cell: (row) => (
        <time className="tabular-nums">
          <span className="whitespace-nowrap">{formatters.day(row.occurredAt)},</span>{" "}
          <span className="whitespace-nowrap">{formatters.time(row.occurredAt)}</span>
        </time>
      ),
    },
    {
      key: "what",
      header: text("columns.what"),
      width: "max-md:w-full max-md:max-w-0",
      cell: (row) => (
        <div className="min-w-0">
          <div className="font-medium md:truncate">{changeText(row, needs)}</div>
          <div className="text-muted-foreground text-sm md:truncate">
            {row.customer.name} · <VisitName {...row} /> · {formatters.dateTime(row.startsAt)}
          </div>
        </div>
      ),
    },
    { key: "who", header: text("columns.who"), from: "md", cell: (row) => actorText(row, history) },
    { key: "reason", header: text("columns.reason"), from: "lg", cell: (row) => row.reason ?? "" },
    {
      key: "policy",
      header: text("columns.policy"),
      from: "lg",
      cell: (row) => policyText(row, needs),
    },
    {
      key: "customer",
      header: text("columns.customer"),
      from: "xl",
      cell: (row) => (
        <Button size="sm" variant="ghost" onClick={() => needs.onCustomer(row.customer.id)}>
          {text("onlyCustomer")}
        </Button>
      ),
    },
  ];
}

/** From what to what, in words. */
function changeText(row: ModificationView, { history, formatters, staffName }: ColumnNeeds): string {
  const money = (cents: number) => formatters.money(cents, row.currency);
  const { key, values } = describeChange(row, { when: (at) => formatters.dateTime(at), staffName, money });
  return history(`history.${key}`, values);
}

export function actorText({ actor }: Pick<ModificationView, "actor">, history: Text): string {
  const { key, name } = describeActor(actor);
  return key ? history(`actors.${key}`) : name;
}

/** What the rules said, and what it costs. */
function policyText({ policyResult, feeCents, currency }: ModificationView, { text, formatters }: ColumnNeeds): string {
  const reason = policyResult?.isViolation ? policyResult.reason : null;
  const said = reason && text.has(`policies.${reason}`) ? text(`policies.${reason}`) : (reason ?? "");
  const fee = feeCents > 0 ? formatters.money(feeCents, currency) : "";
  return [said, fee].filter(Boolean).join(" · ");
}
