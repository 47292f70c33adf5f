"use client";

import { useId } from "react";
import { useController, useWatch } from "react-hook-form";
import type { z } from "zod";
import type { createSessionsInput, Repetition } from "@/server/availability/classes/schema";
import { addDays, weekdayOf } from "@/server/core/time-zone";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { DateInput } from "../../ui/date-input";
import { Label } from "../../ui/label";

type Values = z.input<typeof createSessionsInput>;

/** Monday first, as weeks are here. */
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0];
/** A Sunday. */
const SUNDAY = "2026-11-01";

/** On which weekdays it comes again, and until when. */
export function RepeatField() {
  const text = useText("classes");
  const format = useFormatters("UTC");
  const id = useId();
  const { field, fieldState } = useController<Values, "repeat">({ name: "repeat" });
  const date = useWatch<Values, "date">({ name: "date" });
  const repeat = field.value ?? null;
  const change = (changes: Partial<Repetition>) => repeat && field.onChange({ ...repeat, ...changes });
  const begin = () => {
    const first = date || new Date().toISOString().slice(0, 10);
    field.onChange({ weekdays: [weekdayOf(first)], until: addDays(first, 77) });
  };
  const toggle = (weekday: number) => {
    const chosen = repeat?.weekdays ?? [];
    change({ weekdays: chosen.includes(weekday) ? chosen.filter((each) => each !== weekday) : [...chosen, weekday] });
  };
  return (
    <div className="flex flex-col gap-3 rounded-md border p-3">
      <label htmlFor={id} className="flex items-center gap-2.5 font-medium">
        <Checkbox id={id} checked={repeat !== null} onChange={() => (repeat ? field.onChange(null) : begin())} />
        {text("repeat.on")}
      </label>
      {repeat && (
        <>
          <fieldset className="flex flex-wrap gap-x-4 gap-y-2">
            <legend className="pb-1.5 text-muted-foreground text-sm">{text("repeat.weekdays")}</legend>
            {WEEKDAYS.map((weekday) => (
              <label
                key={weekday}
                htmlFor={`${id}-${weekday}`}
                className="flex min-h-6 items-center gap-1.5 pointer-coarse:min-h-(--control)"
              >
                <Checkbox
                  id={`${id}-${weekday}`}
                  checked={repeat.weekdays.includes(weekday)}
                  onChange={() => toggle(weekday)}
                />
                {format.day(addDays(SUNDAY, weekday)).split(",")[0]}
              </label>
            ))}
          </fieldset>
          <div className="flex flex-col gap-1.5">
            <Label htmlFor={`${id}-until`}>{text("repeat.until")}</Label>
            <DateInput
              id={`${id}-until`}
              value={repeat.until}
              min={date || undefined}
              onChange={(event) => change({ until: event.target.value })}
              className="sm:w-44"
            />
          </div>
          {fieldState.error && (
            <p role="alert" data-tone="danger" className="text-sm text-tone-text">
              {text("repeat.invalid")}
            </p>
          )}
        </>
      )}
    </div>
  );
}
