"use client";

import { useFormContext } from "react-hook-form";
import { FormField } from "../../shared/form-field";
import { MoneyInput } from "../../shared/money-input";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";

interface DiscountFieldsProps {
  /** What it costs without it; null as long as nobody knows. */
  priceCents: number | null;
  currency: string;
}

/** How much is let off the price, what is left then, and why. */
export function DiscountFields({ priceCents, currency }: DiscountFieldsProps) {
  const text = useText("appointments");
  const formatters = useFormatters();
  const discountCents: unknown = useFormContext().watch("discountCents");
  const isGiven = typeof discountCents === "number" && discountCents > 0;
  const left = isGiven && priceCents !== null ? priceCents - discountCents : null;
  return (
    <>
      <FormField
        name="discountCents"
        label={text("discount.amount")}
        hint={left !== null && left >= 0 && text("discount.left", { amount: formatters.money(left, currency) })}
      >
        {({ value, onChange, ...control }) => (
          <MoneyInput
            {...control}
            value={Number(value) || null}
            onChange={(cents) => onChange(cents ?? 0)}
            currency={currency}
          />
        )}
      </FormField>
      {isGiven && (
        <FormField name="discountReason" label={text("discount.reason")}>
          {(control) => <Input {...control} maxLength={500} />}
        </FormField>
      )}
    </>
  );
}
