"use client";

import { ArrowRight } from "lucide-react";
import type { PricePreview } from "@/server/catalog/services/schema/price";
import { useCompany } from "../../providers/company-provider";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Skeleton } from "../../ui/skeleton";

interface PriceTableProps {
  prices: PricePreview["prices"] | null;
  isLoading: boolean;
}

/** Each price as it is and as it would be. */
export function PriceTable({ prices, isLoading }: PriceTableProps) {
  const text = useText("catalog");
  const format = useFormatters();
  const { currency } = useCompany();
  if (isLoading) return <Skeleton className="h-24" />;
  if (!prices) return <p className="text-muted-foreground">{text("bulk.price.first")}</p>;
  return (
    <div className="rounded-lg border">
      <table aria-label={text("bulk.price.preview")} className="w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">{text("columns.name")}</th>
            <th scope="col">{text("bulk.price.before")}</th>
            <th scope="col">{text("bulk.price.after")}</th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {prices.map(({ serviceId, name, priceCents, newPriceCents }) => (
            <tr key={serviceId}>
              <th scope="row" title={name} className="w-full max-w-0 truncate px-3 py-2 text-left font-normal">
                {name}
              </th>
              <td className="whitespace-nowrap py-2 text-right text-muted-foreground tabular-nums">
                {format.money(priceCents, currency)}
              </td>
              <td className="whitespace-nowrap px-3 py-2 text-right font-medium tabular-nums">
                <ArrowRight aria-hidden="true" className="mr-2 inline size-3.5 text-muted-foreground" />
                {format.money(newPriceCents, currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
