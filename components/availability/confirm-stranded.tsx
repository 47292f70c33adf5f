"use client";

import { useId } from "react";
import { useFormContext } from "react-hook-form";
import { useText } from "../shared/use-text";
import { Checkbox } from "../ui/checkbox";
import { readStranded } from "./stranded";
import { StrandedList } from "./stranded-list";

/** Inside a form whose last attempt was refused because of appointments: which they are, and the yes to go on. */
export function ConfirmStranded({ error, zone }: { error: unknown; zone?: string | undefined }) {
  const text = useText("working-hours");
  const form = useFormContext();
  const id = useId();
  const stranded = readStranded(error);
  if (!stranded) return null;
  return (
    <div className="flex flex-col gap-3">
      <StrandedList stranded={stranded} zone={zone} />
      <p className="text-muted-foreground text-sm">{text("stranded.lead")}</p>
      <label htmlFor={id} className="flex items-start gap-2.5">
        <Checkbox id={id} className="mt-0.5" autoFocus {...form.register("isConfirmed")} />
        {text("stranded.confirm")}
      </label>
    </div>
  );
}
