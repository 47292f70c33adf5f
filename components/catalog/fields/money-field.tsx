"use client";

import type { FieldPath, FieldValues } from "react-hook-form";
import { useCompany } from "../../providers/company-provider";
import { FormField } from "../../shared/form-field";
import { MoneyInput } from "../../shared/money-input";

interface MoneyFieldProps<Values extends FieldValues> {
  name: FieldPath<Values>;
  label: string;
  hint?: string;
  isOptional?: boolean;
}

/** An amount of the company's currency. */
export function MoneyField<Values extends FieldValues>({ name, label, hint, isOptional }: MoneyFieldProps<Values>) {
  const { currency } = useCompany();
  return (
    <FormField<Values> name={name} label={label} hint={hint} isOptional={isOptional}>
      {({ value, ...control }) => (
        <MoneyInput
          {...control}
          value={(value as unknown) === "" ? null : (value as unknown as number)}
          currency={currency}
        />
      )}
    </FormField>
  );
}
