"use client";

import type { CustomerDetails } from "@/server/customers/schema";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { useCurrency } from "../tenancy/use-currency";
import { cn } from "../ui/cn";

/** What somebody means to the business, in six numbers. */
export function CustomerNumbers({ customer, isNarrow }: { customer: CustomerDetails; isNarrow?: boolean }) {
  const text = useText("customers");
  const format = useFormatters();
  const currency = useCurrency();
  const numbers = [
    ["visits", format.number(customer.completedCount)],
    ["revenue", format.money(customer.totalRevenueCents, currency)],
    ["average", format.money(customer.averageBookingValueCents, currency)],
    ["calls", format.number(customer.callCount)],
    ["cancelled", format.number(customer.cancelledCount)],
    ["noShows", format.number(customer.noShowCount)],
  ] as const;
  return (
    <dl
      className={cn(
        "grid grid-cols-3 gap-px overflow-hidden rounded-lg border bg-border",
        !isNarrow && "lg:grid-cols-6",
      )}
    >
      {numbers.map(([key, value]) => (
        <div key={key} className="flex min-w-0 flex-col bg-card px-3 py-2.5">
          <dt className="mb-auto text-muted-foreground text-sm">{text(`numbers.${key}`)}</dt>
          <dd className="break-words font-semibold text-lg tabular-nums tracking-tight">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
