"use client";

import type { FieldPath, FieldValues } from "react-hook-form";
import { FormField } from "../../shared/form-field";
import { Input } from "../../ui/input";

interface NumberFieldProps<Values extends FieldValues> {
  name: FieldPath<Values>;
  label: string;
  /** Written behind it: minutes, days. */
  unit?: string;
  hint?: string;
  isOptional?: boolean;
  min?: number;
  step?: number;
  isDisabled?: boolean;
}

/** A whole number; an empty field is nothing. */
export function NumberField<Values extends FieldValues>(props: NumberFieldProps<Values>) {
  const { name, label, unit, hint, isOptional, min = 0, step = 1, isDisabled } = props;
  return (
    <FormField<Values> name={name} label={label} hint={hint} isOptional={isOptional}>
      {(control) => (
        <span className="flex items-center gap-1.5">
          <span className="w-28">
            <Input
              {...control}
              type="number"
              inputMode="numeric"
              min={min}
              step={step}
              disabled={isDisabled}
              onChange={({ target }) => control.onChange(target.value === "" ? null : target.valueAsNumber)}
              className="text-right tabular-nums"
            />
          </span>
          {unit && <span className="text-muted-foreground">{unit}</span>}
        </span>
      )}
    </FormField>
  );
}
