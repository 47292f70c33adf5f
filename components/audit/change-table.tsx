import type { AuditChange } from "@/server/audit/schema";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { useCurrency } from "../tenancy/use-currency";
import { describeValue, fieldName } from "./describe-value";
import { useExactTime } from "./use-exact-time";

/** What stood there and what stands there now, field by field; names in place of ids, and words in place of codes. */
export function ChangeTable({ changes }: { changes: AuditChange[] }) {
  const text = useText("audit");
  const tell = useValueText();
  return (
    <dl className="divide-y rounded-md border">
      {changes.map(({ field, before, after, beforeName, afterName }) => (
        <div key={field} className="grid grid-cols-[7.5rem_1fr] gap-x-3 px-3 py-2">
          <dt className="break-words text-muted-foreground">{fieldName(field, text)}</dt>
          <dd className="min-w-0 break-words">
            {before !== null && (
              <del data-tone="danger" className="mr-1 inline-block rounded-sm bg-tone-subtle px-1 text-tone-text">
                <span className="sr-only">{text("panel.before")}: </span>
                {beforeName ?? tell(field, before)}
              </del>
            )}
            <ins
              data-tone="success"
              className="inline-block rounded-sm bg-tone-subtle px-1 text-tone-text no-underline"
            >
              <span className="sr-only">{text("panel.after")}: </span>
              {afterName ?? tell(field, after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useValueText() {
  const text = useText("audit");
  const formatters = useFormatters();
  const currency = useCurrency();
  const place = { text, dateTime: useExactTime(), money: (cents: number) => formatters.money(cents, currency) };
  return (field: string, value: unknown) => describeValue(field, value, place);
}
