"use client";

import { useLocale } from "next-intl";
import { type ComponentProps, useState } from "react";
import { parseMoney, writeMoney } from "@/server/core/money";
import { cn } from "../ui/cn";
import { Input } from "../ui/input";

interface MoneyInputProps extends Omit<ComponentProps<typeof Input>, "value" | "onChange" | "type"> {
  /** Cents; null for nothing. */
  value: number | null;
  /** What can't be read as an amount is NaN: the form says so beside the field. */
  onChange: (cents: number | null) => void;
  /** `EUR`, written behind the amount. */
  currency: string;
  /** What holds as long as nothing is typed. */
  standardCents?: number;
}

/** An amount in either notation; it is written out when the field is left. */
export function MoneyInput({ value, onChange, currency, standardCents, className, onBlur, ...props }: MoneyInputProps) {
  const locale = useLocale();
  const [typed, setTyped] = useState<string | null>(null);
  const written = value === null || Number.isNaN(value) ? "" : writeMoney(value, locale);
  const handleChange = (text: string) => {
    setTyped(text);
    onChange(text.trim() === "" ? null : (parseMoney(text) ?? Number.NaN));
  };
  return (
    <span className={cn("flex items-center gap-1.5", className)}>
      <span className="w-28">
        <Input
          {...props}
          inputMode="decimal"
          autoComplete="off"
          placeholder={standardCents === undefined ? undefined : writeMoney(standardCents, locale)}
          value={typed ?? written}
          onChange={(event) => handleChange(event.target.value)}
          onBlur={(event) => {
            if (!Number.isNaN(value)) setTyped(null);
            onBlur?.(event);
          }}
          className="text-right tabular-nums"
        />
      </span>
      <span aria-hidden="true" className="text-muted-foreground">
        {currency === "EUR" ? "€" : currency}
      </span>
    </span>
  );
}
