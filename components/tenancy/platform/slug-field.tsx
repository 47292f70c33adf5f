"use client";

import { useEffect } from "react";
import { type FieldPath, type FieldValues, type PathValue, type UseFormReturn, useWatch } from "react-hook-form";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { slugFrom } from "./slug-from";

// biome-ignore lint/suspicious/noExplicitAny: a schema may transform
type Form<Values extends FieldValues> = UseFormReturn<Values, any, any>;

/** The short name in addresses; follows the name until somebody writes another one. */
export function SlugField<Values extends FieldValues & { name: string; slug: string }>({
  form,
}: {
  form: Form<Values>;
}) {
  const text = useText("admin");
  const [nameField, slugField] = ["name" as FieldPath<Values>, "slug" as FieldPath<Values>];
  const name = String(useWatch({ control: form.control, name: nameField }) ?? "");
  const isOwn = "slug" in form.formState.dirtyFields;
  useEffect(() => {
    if (!isOwn) form.setValue(slugField, slugFrom(name) as PathValue<Values, FieldPath<Values>>);
  }, [form, isOwn, name, slugField]);
  return (
    <FormField<Values> name={slugField} label={text("columns.slug")} hint={text("slugHint")}>
      {(control) => <Input {...control} autoComplete="off" spellCheck={false} />}
    </FormField>
  );
}
