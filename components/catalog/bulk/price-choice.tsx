"use client";

import { useId } from "react";
import { useCompany } from "../../providers/company-provider";
import { MoneyInput } from "../../shared/money-input";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";
import { PriceTable } from "./price-table";
import { isByPercent, PRICE_WAYS, ROUNDINGS } from "./price-wish";
import type { PriceChoiceState } from "./use-price-preview";

/** By how much, rounded to what; below it each price as it is and as it would be. */
export function PriceChoice({ choice }: { choice: PriceChoiceState }) {
  const text = useText("catalog");
  const { currency } = useCompany();
  const [wayId, byId, roundId] = [useId(), useId(), useId()];
  const { wish, change } = choice;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[1fr_auto_1fr]">
        <div className="flex min-w-0 flex-col gap-1.5">
          <Label htmlFor={wayId}>{text("bulk.price.way")}</Label>
          <NativeSelect
            id={wayId}
            value={wish.way}
            onChange={({ target }) => change({ way: PRICE_WAYS.find((way) => way === target.value) ?? wish.way })}
          >
            {PRICE_WAYS.map((way) => (
              <option key={way} value={way}>
                {text(`bulk.price.ways.${way}`)}
              </option>
            ))}
          </NativeSelect>
        </div>
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={byId}>{text("bulk.price.by")}</Label>
          {isByPercent(wish) ? (
            <span className="flex items-center gap-1.5">
              <span className="w-28">
                <Input
                  id={byId}
                  inputMode="decimal"
                  autoComplete="off"
                  value={wish.percent}
                  onChange={({ target }) => change({ percent: target.value })}
                  className="text-right tabular-nums"
                />
              </span>
              <span aria-hidden="true" className="text-muted-foreground">
                %
              </span>
            </span>
          ) : (
            <MoneyInput id={byId} value={wish.cents} onChange={(cents) => change({ cents })} currency={currency} />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-1.5">
          <Label htmlFor={roundId}>{text("bulk.price.round")}</Label>
          <NativeSelect
            id={roundId}
            value={String(wish.roundToCents)}
            onChange={({ target }) =>
              change({ roundToCents: ROUNDINGS.find((step) => String(step) === target.value) ?? 1 })
            }
          >
            {ROUNDINGS.map((step) => (
              <option key={step} value={step}>
                {text(`bulk.price.rounding.${step}`)}
              </option>
            ))}
          </NativeSelect>
        </div>
      </div>
      {choice.error && <RefusalNote error={choice.error} />}
      <PriceTable prices={choice.prices} isLoading={choice.isLoading} />
    </>
  );
}
