"use client";

import { useId } from "react";
import { useController, useFormState } from "react-hook-form";
import { ALTERNATIVES, type PolicyConfig, type PolicyExplanation } from "@/server/policies/schema";
import { fieldText } from "../shared/field-text";
import { useText } from "../shared/use-text";
import { Label } from "../ui/label";
import { PolicyFieldControl } from "./policy-field-control";
import { usePolicyWords } from "./use-policy-words";

interface Values {
  config: PolicyConfig;
}

/** A field's value with the reason for it: set here, or whose word it is otherwise. */
export function PolicyFieldRow({ explained }: { explained: PolicyExplanation["fields"][number] }) {
  const id = useId();
  const text = useText("policies");
  const errors = useText("errors");
  const { describe, sourceOf } = usePolicyWords();
  const { field } = explained;
  const { field: config } = useController<Values, "config">({ name: "config" });
  const { errors: faults } = useFormState<Values>({ name: "config" });
  const fault = faults.config?.[field];
  const other = ALTERNATIVES.find((pair) => pair.includes(field))?.find((one) => one !== field);
  const isReplaced = other !== undefined && config.value[field] === undefined && config.value[other] != null;
  const inherited = isReplaced ? null : explained.inherited;
  const handleChange = (value: unknown) => {
    const { [field]: _before, ...rest } = config.value;
    config.onChange(value === undefined ? rest : { ...rest, [field]: value });
  };
  const source = sourceOf(explained.inheritedFrom);
  const isHere = config.value[field] !== undefined;
  const origin = isHere
    ? text("dialog.here", { value: describe(field, inherited), source })
    : text(isReplaced ? "dialog.replaced" : "dialog.elsewhere", { source });
  const hint = text.has(`fieldHints.${field}`) ? text(`fieldHints.${field}`) : null;
  return (
    <div className="flex flex-col gap-1.5 border-t pt-4 first:border-t-0 first:pt-0">
      <Label htmlFor={id}>{text(`fields.${field}`)}</Label>
      <PolicyFieldControl
        id={id}
        field={field}
        value={config.value[field]}
        inherited={inherited}
        inheritedText={text("dialog.inherit", { value: describe(field, inherited), source })}
        isInvalid={fault !== undefined}
        describedBy={`${id}-note`}
        onChange={handleChange}
      />
      <p
        id={`${id}-note`}
        data-tone={fault ? "danger" : undefined}
        className={fault ? "text-sm text-tone-text" : "text-muted-foreground text-sm"}
      >
        {fault
          ? fieldText(errors, { type: fault.type, message: fault.message })
          : [origin, hint].filter(Boolean).join(" · ")}
      </p>
    </div>
  );
}
