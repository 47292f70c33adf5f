"use client";

import { type ReactNode, useId } from "react";
import { useText } from "../../shared/use-text";

interface SlotFieldProps {
  label: string;
  hasFault: boolean;
  children: ReactNode;
}

/** The picker as a field of a form, with what is wrong below its label. */
export function SlotField({ label, hasFault, children }: SlotFieldProps) {
  const text = useText("appointments");
  const id = useId();
  return (
    <fieldset aria-describedby={hasFault ? id : undefined} className="flex min-w-0 flex-1 flex-col gap-1.5">
      <legend className="contents">
        <span className="font-medium text-sm">{label}</span>
      </legend>
      {hasFault && (
        <p id={id} data-tone="danger" className="text-sm text-tone-text">
          {text("slots.required")}
        </p>
      )}
      {children}
    </fieldset>
  );
}
