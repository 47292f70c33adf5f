"use client";

import { Plus } from "lucide-react";
import { useLocale } from "next-intl";
import { faultOf } from "@/server/availability/hours/rules/shifts";
import { shiftsText } from "@/server/availability/hours/rules/week-text";
import { weekWords } from "@/server/availability/hours/rules/week-words";
import type { DayHours, DayMode } from "@/server/availability/hours/schema";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";
import { Switch } from "../../ui/switch";
import type { Axis } from "./bar-layout";
import { CopyDayMenu } from "./copy-day-menu";
import { DayBar } from "./day-bar";
import { ShiftFields } from "./shift-fields";
import { withNextShift } from "./use-week-draft";

interface DayRowProps {
  day: DayHours;
  name: string;
  axis: Axis;
  /** When the branch is open that day. */
  behind?: DayHours | undefined;
  /** The day of the week that holds everywhere: what `general` means. */
  general?: DayHours | undefined;
  isReadOnly: boolean;
  onChange: (changes: Partial<DayHours>) => void;
  onCopy: (to: readonly number[]) => void;
}

/** One day: open or not, its bar, its times. */
export function DayRow({ day, name, axis, behind, general, isReadOnly, onChange, onCopy }: DayRowProps) {
  const text = useText("working-hours");
  const errors = useText("errors");
  const words = weekWords(useLocale());
  const fault = day.mode === "open" ? faultOf(day.shifts) : null;
  const shown = day.mode === "general" ? (general?.shifts ?? []) : day.mode === "open" ? day.shifts : [];
  const id = `day-${day.dayOfWeek}`;
  return (
    <fieldset className="grid gap-x-4 gap-y-2 border-t px-4 py-3 first:border-t-0 xl:grid-cols-[11rem_minmax(8rem,1fr)_36rem]">
      <legend className="sr-only">{name}</legend>
      <div className="flex min-h-(--control) items-center gap-3 self-start">
        <span className="w-24 font-medium" aria-hidden="true">
          {name}
        </span>
        <ModeChoice
          id={id}
          name={name}
          mode={day.mode}
          hasGeneral={general !== undefined}
          isReadOnly={isReadOnly}
          onChange={(mode) => onChange({ mode })}
        />
      </div>
      <div className="self-start xl:pt-1.5">
        <DayBar day={{ shifts: shown }} axis={axis} behind={behind} />
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        {day.mode !== "open" && (
          <p className="flex min-h-(--control) items-center text-muted-foreground">
            {day.mode === "closed"
              ? text("editor.closed")
              : text("editor.asEverywhere", {
                  times: shiftsText(general?.shifts ?? [], words) || text("editor.closed"),
                })}
          </p>
        )}
        {day.mode === "open" &&
          day.shifts.map((shift, at) => (
            <ShiftFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a shift has no other name than its place in the day
              key={at}
              shift={shift}
              label={at === 0 ? name : text("editor.shift", { day: name, number: at + 1 })}
              isFaulty={fault?.at === at}
              isReadOnly={isReadOnly}
              onChange={(next) => onChange({ shifts: day.shifts.map((one, index) => (index === at ? next : one)) })}
              onRemove={
                day.shifts.length > 1
                  ? () => onChange({ shifts: day.shifts.filter((_, index) => index !== at) })
                  : undefined
              }
            />
          ))}
        {fault && (
          <p role="alert" data-tone="danger" className="text-sm text-tone-text">
            {errors(`fields.${fault.reason}`)}
          </p>
        )}
        {!isReadOnly && (
          <div className="flex flex-wrap gap-1">
            {day.mode === "open" && day.shifts.length < 6 && (
              <Button
                variant="ghost"
                size="sm"
                aria-label={text("editor.addShiftTo", { label: name })}
                onClick={() => onChange({ shifts: withNextShift(day.shifts) })}
              >
                <Plus />
                {text("editor.addShift")}
              </Button>
            )}
            <CopyDayMenu dayOfWeek={day.dayOfWeek} name={name} onCopy={onCopy} />
          </div>
        )}
      </div>
    </fieldset>
  );
}

interface ModeChoiceProps {
  id: string;
  name: string;
  mode: DayMode;
  hasGeneral: boolean;
  isReadOnly: boolean;
  onChange: (mode: DayMode) => void;
}

/** A switch; for a branch of somebody's there is a third answer. */
function ModeChoice({ id, name, mode, hasGeneral, isReadOnly, onChange }: ModeChoiceProps) {
  const text = useText("working-hours");
  if (hasGeneral)
    return (
      <NativeSelect
        aria-label={text("editor.modeOf", { day: name })}
        className="w-auto"
        value={mode}
        disabled={isReadOnly}
        onChange={(event) => onChange(event.target.value as DayMode)}
      >
        {(["general", "open", "closed"] as const).map((one) => (
          <option key={one} value={one}>
            {text(`modes.${one}`)}
          </option>
        ))}
      </NativeSelect>
    );
  return (
    <>
      <Switch
        id={id}
        checked={mode === "open"}
        disabled={isReadOnly}
        onCheckedChange={(isOpen) => onChange(isOpen ? "open" : "closed")}
      />
      <Label htmlFor={id} className="sr-only">
        {text("editor.openOn", { day: name })}
      </Label>
    </>
  );
}
