"use client";

import { type ReactNode, useId } from "react";
import { type FieldError, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { Label } from "../ui/label";
import { fieldText } from "./field-text";
import { useText } from "./use-text";

interface FieldControl {
  id: string;
  name: string;
  value: string;
  onChange: (eventOrValue: unknown) => void;
  onBlur: () => void;
  ref: (element: { focus?: () => void } | null) => void;
  disabled?: boolean;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
}

interface FormFieldProps<Values extends FieldValues> {
  name: FieldPath<Values>;
  label: string;
  hint?: ReactNode;
  isOptional?: boolean;
  /** Gets what the control needs; for a control that is no input, take `value` and `onChange(value)`. */
  children: (control: FieldControl) => ReactNode;
}

/** Label, control, and below it the hint or what is wrong. Inside a `FormDialog` or any `FormProvider`. */
export function FormField<Values extends FieldValues>(props: FormFieldProps<Values>) {
  const id = useId();
  const text = useText("shared");
  const errors = useText("errors");
  const { field, fieldState } = useController<Values>({ name: props.name });
  const fault = fieldState.error;
  const control: FieldControl = {
    ...field,
    id,
    value: field.value ?? "",
    "aria-invalid": fault ? true : undefined,
    "aria-describedby": fault || props.hint ? `${id}-note` : undefined,
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id} className="flex items-baseline gap-2">
        {props.label}
        {props.isOptional && <span className="font-normal text-muted-foreground">{text("form.optional")}</span>}
      </Label>
      {props.children(control)}
      {(fault || props.hint) && (
        <p
          id={`${id}-note`}
          data-tone={fault ? "danger" : undefined}
          className={fault ? "text-sm text-tone-text" : "text-muted-foreground text-sm"}
        >
          {fault ? fieldText(errors, faultOf(fault, field.value)) : props.hint}
        </p>
      )}
    </div>
  );
}

/** "Too short" would be an odd thing to say about nothing. */
function faultOf(fault: FieldError, value: unknown): FieldError {
  return fault.type !== "server" && (value === "" || value == null) ? { ...fault, type: "required" } : fault;
}
