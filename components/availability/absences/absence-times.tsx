"use client";

import { useId } from "react";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { DateInput, TimeInput } from "../../ui/date-input";
import type { AbsenceValues } from "./absence-values";
import { SpecialHours } from "./special-hours";

/** From which day to which, and whether whole days are meant; special hours say what holds instead. */
export function AbsenceTimes() {
  const text = useText("absences");
  const id = useId();
  const { control, getValues, setValue } = useFormContext<AbsenceValues>();
  const [isWhole, kind] = useWatch<AbsenceValues, ["isWhole", "kind"]>({ name: ["isWhole", "kind"] });
  const hasTimes = !isWhole && kind !== "special_hours";
  /** An end before the new beginning was meant for another day. */
  const followStart = (startsOn: string) => {
    if (getValues("endsOn") < startsOn) setValue("endsOn", startsOn, { shouldValidate: true });
  };
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <FormField<AbsenceValues> name="startsOn" label={text("form.startsOn")}>
          {(field) => (
            <DateInput
              {...field}
              onChange={(event) => {
                field.onChange(event);
                followStart(event.target.value);
              }}
            />
          )}
        </FormField>
        <FormField<AbsenceValues> name="endsOn" label={text("form.endsOn")}>
          {(field) => <DateInput {...field} />}
        </FormField>
        {hasTimes && (
          <>
            <FormField<AbsenceValues> name="startTime" label={text("form.startTime")}>
              {(field) => <TimeInput {...field} />}
            </FormField>
            <FormField<AbsenceValues> name="endTime" label={text("form.endTime")}>
              {(field) => <TimeInput {...field} />}
            </FormField>
          </>
        )}
      </div>
      {kind === "special_hours" ? (
        <SpecialHours />
      ) : (
        <Controller
          control={control}
          name="isWhole"
          render={({ field }) => (
            <label htmlFor={id} className="flex min-h-6 items-center gap-2.5">
              <Checkbox id={id} checked={field.value} onChange={(event) => field.onChange(event.target.checked)} />
              {text("form.wholeDays")}
            </label>
          )}
        />
      )}
    </>
  );
}
