"use client";

import { useId } from "react";
import { useFormContext } from "react-hook-form";
import { useCan } from "../../providers/company-provider";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { Input } from "../../ui/input";

interface OverrideFieldsProps {
  /** What is decided against: a rule that refuses it, or a deposit that it asks for. */
  name: "overridesPolicy" | "waivesDeposit";
  label: string;
  autoFocus?: boolean;
}

/** For whoever may decide against a rule: on purpose, and with the reason for it, which is asked once. */
export function OverrideFields({ name, label, autoFocus = false }: OverrideFieldsProps) {
  const text = useText("appointments");
  const id = useId();
  const form = useFormContext();
  const mayOverride = useCan("override_appointments");
  const [isOn, isOutside, isOverriding] = form.watch([name, "ignoresWorkingHours", "overridesPolicy"]);
  if (!mayOverride) return null;
  const isAskedElsewhere = isOutside === true || (name === "waivesDeposit" && isOverriding === true);
  return (
    <>
      <label htmlFor={id} className="flex items-start gap-2.5">
        <Checkbox id={id} className="mt-0.5" autoFocus={autoFocus} {...form.register(name)} />
        <span>{label}</span>
      </label>
      {isOn === true && !isAskedElsewhere && (
        <FormField name="overrideReason" label={text("override.why")} hint={text("override.whyHint")}>
          {(control) => <Input {...control} maxLength={500} />}
        </FormField>
      )}
    </>
  );
}
