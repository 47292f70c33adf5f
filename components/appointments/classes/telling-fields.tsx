"use client";

import { useId } from "react";
import { useFormContext } from "react-hook-form";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { Textarea } from "../../ui/textarea";

/** Why, and whether those who take part are told. */
export function TellingFields({ hint }: { hint: string }) {
  const text = useText("classes");
  const id = useId();
  const { register } = useFormContext();
  return (
    <>
      <FormField name="reason" label={text("fields.reason")} isOptional>
        {(control) => <Textarea rows={2} {...control} />}
      </FormField>
      <label htmlFor={id} className="flex items-start gap-2.5">
        <Checkbox id={id} className="mt-0.5" {...register("notifyCustomer")} />
        <span>
          {text("notify")}
          <span className="block text-muted-foreground text-sm">{hint}</span>
        </span>
      </label>
    </>
  );
}
