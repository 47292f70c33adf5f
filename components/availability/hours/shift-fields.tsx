"use client";

import { Coffee, X } from "lucide-react";
import type { Shift } from "@/server/availability/hours/schema";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { TimeInput } from "../../ui/date-input";
import { withBreak } from "./use-week-draft";

interface ShiftFieldsProps {
  shift: Shift;
  /** "Monday", "Monday, 2nd shift": what the fields belong to, for those who hear them. */
  label: string;
  isFaulty: boolean;
  isReadOnly: boolean;
  onChange: (shift: Shift) => void;
  onRemove?: (() => void) | undefined;
}

/** Midnight at the end of the day has no place in a time field: it is shown, and typed, as 00:00. */
const shown = (time: string | null | undefined): string => (time === "24:00" ? "00:00" : (time ?? ""));
const asEnd = (time: string): string => (time === "00:00" ? "24:00" : time);

export function ShiftFields({ shift, label, isFaulty, isReadOnly, onChange, onRemove }: ShiftFieldsProps) {
  const text = useText("working-hours");
  const common = {
    disabled: isReadOnly,
    "aria-invalid": isFaulty || undefined,
    className: "w-28",
    required: true,
  };
  const hasBreak = Boolean(shift.breakStart || shift.breakEnd);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <span className="flex items-center gap-1.5">
        <TimeInput
          {...common}
          aria-label={text("editor.from", { label })}
          value={shown(shift.startTime)}
          onChange={(event) => onChange({ ...shift, startTime: event.target.value })}
        />
        <span aria-hidden="true">–</span>
        <TimeInput
          {...common}
          aria-label={text("editor.until", { label })}
          value={shown(shift.endTime)}
          onChange={(event) => onChange({ ...shift, endTime: asEnd(event.target.value) })}
        />
      </span>
      {hasBreak && (
        <span className="flex items-center gap-1.5 text-muted-foreground">
          <Coffee aria-hidden="true" className="size-4 shrink-0" />
          <TimeInput
            {...common}
            aria-label={text("editor.breakFrom", { label })}
            value={shown(shift.breakStart)}
            onChange={(event) => onChange({ ...shift, breakStart: event.target.value })}
          />
          <span aria-hidden="true">–</span>
          <TimeInput
            {...common}
            aria-label={text("editor.breakUntil", { label })}
            value={shown(shift.breakEnd)}
            onChange={(event) => onChange({ ...shift, breakEnd: event.target.value })}
          />
          {!isReadOnly && (
            <Button
              variant="ghost"
              size="iconSm"
              aria-label={text("editor.removeBreak", { label })}
              onClick={() => onChange({ ...shift, breakStart: null, breakEnd: null })}
            >
              <X />
            </Button>
          )}
        </span>
      )}
      {!isReadOnly && (
        <span className="flex items-center">
          {!hasBreak && (
            <Button
              variant="ghost"
              size="sm"
              aria-label={text("editor.addBreakTo", { label })}
              onClick={() => onChange(withBreak(shift))}
            >
              <Coffee />
              {text("editor.addBreak")}
            </Button>
          )}
          {onRemove && (
            <Button variant="ghost" size="iconSm" aria-label={text("editor.removeShift", { label })} onClick={onRemove}>
              <X />
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
