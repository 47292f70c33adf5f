"use client";

import { useId } from "react";
import { useCan } from "../../providers/company-provider";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";

interface BulkOverrideProps {
  /** Why the rules that block it don't hold for any of them; null as long as they do. */
  value: string | null;
  onChange: (reason: string | null) => void;
}

/** For whoever may: many at once also against rules that block it, with one reason for all of them. */
export function BulkOverride({ value, onChange }: BulkOverrideProps) {
  const text = useText("appointments");
  const id = useId();
  if (!useCan("override_appointments")) return null;
  return (
    <>
      <label htmlFor={id} className="flex items-start gap-2.5">
        <Checkbox
          id={id}
          className="mt-0.5"
          checked={value !== null}
          onChange={(event) => onChange(event.target.checked ? "" : null)}
        />
        {text("bulk.overrides")}
      </label>
      {value !== null && (
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}why`}>{text("override.why")}</Label>
          <Input
            id={`${id}why`}
            maxLength={500}
            aria-describedby={`${id}hint`}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <p id={`${id}hint`} className="text-muted-foreground text-sm">
            {text("override.whyHint")}
          </p>
        </div>
      )}
    </>
  );
}
