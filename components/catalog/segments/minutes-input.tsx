"use client";

import { type ReactNode, useId } from "react";
import { useText } from "../../shared/use-text";
import { cn } from "../../ui/cn";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";

interface MinutesInputProps {
  id?: string;
  label?: string;
  min?: number;
  /** What holds as long as nothing is typed. */
  placeholder?: number;
  value: number | null;
  onChange: (minutes: number | null) => void;
}

export function MinutesInput({ id, label, min = 0, placeholder, value, onChange }: MinutesInputProps) {
  const text = useText("catalog");
  return (
    <span className="flex items-center gap-1.5">
      <span className="w-20">
        <Input
          id={id}
          aria-label={label}
          type="number"
          inputMode="numeric"
          min={min}
          max={1440}
          placeholder={placeholder?.toString()}
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value === "" ? null : target.valueAsNumber)}
          className="text-right tabular-nums"
        />
      </span>
      <span className="text-muted-foreground">{text("units.minutes")}</span>
    </span>
  );
}

interface LabelledProps {
  label: string;
  className?: string;
  children: (id: string) => ReactNode;
}

/** A control below its name, outside a form. */
export function Labelled({ label, className, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <Label htmlFor={id}>{label}</Label>
      {children(id)}
    </div>
  );
}
