"use client";

import { ErrorState } from "../shared/error-state";
import { useText } from "../shared/use-text";
import { WidgetNote, WidgetRowsSkeleton } from "../shared/widget";
import { Card } from "../ui/card";
import { CallLine } from "./timeline-line";
import { useCustomerHistory } from "./use-customer-history";

/** Every call of the customer, the latest first. */
export function CustomerCalls({ customerId }: { customerId: string }) {
  const text = useText("customers");
  const { calls } = useCustomerHistory(customerId);
  const items = calls.data?.items;
  return (
    <Card className="overflow-hidden">
      {items && items.length > 0 ? (
        <ul className="divide-y">
          {items.map((call) => (
            <CallLine key={call.id} call={call} />
          ))}
        </ul>
      ) : items ? (
        <WidgetNote>{text("calls.empty")}</WidgetNote>
      ) : calls.error ? (
        <ErrorState error={calls.error} onRetry={() => void calls.refetch()} />
      ) : (
        <WidgetRowsSkeleton rows={6} rowClass="h-16" />
      )}
    </Card>
  );
}
