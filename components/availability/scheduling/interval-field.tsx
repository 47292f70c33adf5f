"use client";

import { useId } from "react";
import { useText } from "../../shared/use-text";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";
import { intervalChoice } from "./interval-choice";

interface IntervalFieldProps {
  value: number;
  onChange: (minutes: number) => void;
}

export function IntervalField({ value, onChange }: IntervalFieldProps) {
  const text = useText("scheduling");
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{text("interval.label")}</Label>
      <div className="max-w-60">
        <NativeSelect
          id={id}
          aria-describedby={`${id}hint`}
          value={value}
          onChange={({ target }) => onChange(Number(target.value))}
        >
          {intervalChoice(value).map((minutes) => (
            <option key={minutes} value={minutes}>
              {text("interval.every", { minutes })}
            </option>
          ))}
        </NativeSelect>
      </div>
      <p id={`${id}hint`} className="text-muted-foreground text-sm">
        {text("interval.hint")}
      </p>
    </div>
  );
}
