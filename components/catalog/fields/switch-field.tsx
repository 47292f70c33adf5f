"use client";

import { useId } from "react";
import { type FieldPath, type FieldValues, useController } from "react-hook-form";
import { Label } from "../../ui/label";
import { Switch } from "../../ui/switch";

interface SwitchFieldProps<Values extends FieldValues> {
  name: FieldPath<Values>;
  label: string;
  hint?: string;
}

/** On or off, with a sentence about what that means. */
export function SwitchField<Values extends FieldValues>({ name, label, hint }: SwitchFieldProps<Values>) {
  const id = useId();
  const { field } = useController<Values>({ name });
  return (
    <div className="flex items-start gap-3">
      <Switch
        id={id}
        checked={Boolean(field.value)}
        onCheckedChange={field.onChange}
        aria-describedby={hint && `${id}-hint`}
        className="mt-0.5"
      />
      <div>
        <Label htmlFor={id}>{label}</Label>
        {hint && (
          <p id={`${id}-hint`} className="text-muted-foreground text-sm">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
