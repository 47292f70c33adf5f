"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { TimeInput } from "../../ui/date-input";
import type { AbsenceValues } from "./absence-values";

/** What holds instead of the weekly hours, on each of the days. */
export function SpecialHours() {
  const text = useText("absences");
  const { control } = useFormContext<AbsenceValues>();
  const { fields, append, remove } = useFieldArray<AbsenceValues, "hours">({ control, name: "hours" });
  return (
    <div className="flex flex-col gap-3">
      {fields.map((field, at) => (
        <div key={field.id} className="flex items-end gap-3">
          <div className="grid flex-1 grid-cols-2 gap-4">
            <FormField<AbsenceValues> name={`hours.${at}.startTime`} label={text("form.hoursFrom")}>
              {(input) => <TimeInput {...input} />}
            </FormField>
            <FormField<AbsenceValues> name={`hours.${at}.endTime`} label={text("form.hoursUntil")}>
              {(input) => <TimeInput {...input} />}
            </FormField>
          </div>
          {fields.length > 1 && (
            <Button
              variant="ghost"
              size="icon"
              aria-label={text("form.removeHours", { number: at + 1 })}
              onClick={() => remove(at)}
            >
              <X />
            </Button>
          )}
        </div>
      ))}
      <Button
        variant="ghost"
        size="sm"
        className="self-start"
        onClick={() => append({ startTime: "14:00", endTime: "18:00" })}
      >
        <Plus />
        {text("form.addHours")}
      </Button>
    </div>
  );
}
