"use client";

import type { ComponentProps } from "react";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";

const DAYS = [30, 90, 180, 365];

interface ExpirySelectProps extends Omit<ComponentProps<typeof NativeSelect>, "onChange" | "value"> {
  value: string | number;
  onChange: (days: number) => void;
}

/** After how many days the key ends by itself. */
export function ExpirySelect({ onChange, ...control }: ExpirySelectProps) {
  const text = useText("api-keys");
  return (
    <NativeSelect {...control} onChange={(event) => onChange(Number(event.target.value))}>
      {DAYS.map((days) => (
        <option key={days} value={days}>
          {text("create.days", { days })}
        </option>
      ))}
    </NativeSelect>
  );
}
