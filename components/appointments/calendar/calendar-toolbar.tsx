"use client";

import { ChevronLeft, ChevronRight, Printer } from "lucide-react";
import { useId } from "react";
import type { LocalDate } from "@/server/core/time-zone";
import { useCan } from "../../providers/company-provider";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { cn } from "../../ui/cn";
import { DateInput } from "../../ui/date-input";
import { NativeSelect } from "../../ui/native-select";
import { COLOURINGS, type Colouring, turn, VIEWS, type View } from "./calendar-state";

interface CalendarToolbarProps {
  view: View;
  date: LocalDate;
  colour: Colouring;
  tell: boolean;
  onChange: (changes: { view?: View; date?: LocalDate | null; colour?: Colouring; tell?: boolean }) => void;
}

/** Which days, how many of them, in which colours. */
export function CalendarToolbar({ view, date, colour, tell, onChange }: CalendarToolbarProps) {
  const text = useText("calendar");
  const id = useId();
  const mayMove = useCan("reschedule_appointments");
  const isColour = (value: string): value is Colouring => COLOURINGS.some((one) => one === value);
  return (
    <div className="flex flex-wrap items-center gap-2 border-b p-2" data-print="hide">
      <div className="flex items-center gap-1">
        <Button
          variant="ghost"
          size="icon"
          aria-label={text(`previous.${view}`)}
          onClick={() => onChange({ date: turn(view, { date, by: -1 }) })}
        >
          <ChevronLeft />
        </Button>
        <Button onClick={() => onChange({ date: null })}>{text("today")}</Button>
        <Button
          variant="ghost"
          size="icon"
          aria-label={text(`next.${view}`)}
          onClick={() => onChange({ date: turn(view, { date, by: 1 }) })}
        >
          <ChevronRight />
        </Button>
      </div>
      <DateInput
        aria-label={text("date")}
        value={date}
        onChange={({ target }) => target.value && onChange({ date: target.value })}
        className="max-sm:flex-1 sm:w-38"
      />
      <ViewSwitch view={view} onChange={(next) => onChange({ view: next })} />
      <div className="ml-auto flex flex-wrap items-center gap-2 max-md:hidden">
        {mayMove && view !== "month" && (
          <label htmlFor={id} className="flex items-center gap-2 px-1 text-sm">
            <Checkbox id={id} checked={tell} onChange={({ target }) => onChange({ tell: target.checked })} />
            {text("tell")}
          </label>
        )}
        <NativeSelect
          aria-label={text("colour.label")}
          value={colour}
          onChange={({ target }) => isColour(target.value) && onChange({ colour: target.value })}
          className="md:w-44"
        >
          {COLOURINGS.map((one) => (
            <option key={one} value={one}>
              {text(`colour.${one}`)}
            </option>
          ))}
        </NativeSelect>
        <Button
          variant="ghost"
          size="icon"
          aria-label={text("print")}
          title={text("print")}
          onClick={() => window.print()}
        >
          <Printer />
        </Button>
      </div>
    </div>
  );
}

function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const text = useText("calendar");
  return (
    <fieldset className="flex rounded-md border border-neutral-7 p-0.5 max-sm:w-full">
      <legend className="sr-only">{text("view.label")}</legend>
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === view}
          onClick={() => onChange(one)}
          className={cn(
            "h-[calc(var(--control)-6px)] rounded-sm px-3 font-medium max-sm:flex-1",
            one === view ? "bg-primary-subtle text-primary-text" : "text-muted-foreground hover:bg-accent",
          )}
        >
          {text(`view.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
