"use client";

import { useId } from "react";
import { useFormContext } from "react-hook-form";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";

/** A class may take place on a holiday, too; nobody is ever in two places. */
export function DespiteClosures() {
  const text = useText("classes");
  const id = useId();
  const { register } = useFormContext();
  return (
    <label htmlFor={id} className="flex items-start gap-2.5">
      <Checkbox id={id} className="mt-0.5" {...register("isConfirmed")} />
      <span>
        {text("despite")}
        <span className="block text-muted-foreground text-sm">{text("despiteHint")}</span>
      </span>
    </label>
  );
}
