"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Card, CardHeader, CardTitle } from "../ui/card";
import { FeeLine } from "./fee-line";

/** What a customer owes for broken rules, with what may be decided about it. Nothing is shown where there is nothing. */
export function CustomerFees({ customerId }: { customerId: string }) {
  const text = useText("fees");
  const formatters = useFormatters();
  const { data } = useQuery(useTRPC().fees.list.queryOptions({ customerId, limit: 50 }));
  const fees = data?.items ?? [];
  const [first] = fees;
  if (!first) return null;
  const open = fees.filter(({ status }) => status === "open");
  const sum = open.reduce((total, { openCents }) => total + openCents, 0);
  return (
    <Card aria-labelledby="customer-fees">
      <CardHeader>
        <CardTitle id="customer-fees">{text("title")}</CardTitle>
        {open.length > 0 && (
          <p className="text-muted-foreground text-sm tabular-nums">
            {text("open", { count: open.length, amount: formatters.money(sum, first.currency) })}
          </p>
        )}
      </CardHeader>
      <ul className="divide-y">
        {fees.map((fee) => (
          <FeeLine key={fee.id} fee={fee} />
        ))}
      </ul>
      <p className="border-t px-4 py-2.5 text-muted-foreground text-sm">{text("lead")}</p>
    </Card>
  );
}
