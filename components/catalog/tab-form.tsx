"use client";

import type { UseMutationResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type FieldPath, type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";
import { FormSummary } from "../shared/form-summary";
import { readRefusal } from "../shared/refusal";
import { useText } from "../shared/use-text";
import { useUnsavedGuard } from "../shared/use-unsaved-guard";
import { Button } from "../ui/button";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "../ui/card";

interface TabFormProps<Values extends FieldValues, Result> {
  title: string;
  // biome-ignore lint/suspicious/noExplicitAny: a schema may transform; what is sent is what was typed, and the server reads it again
  form: UseFormReturn<Values, any, any>;
  // biome-ignore lint/suspicious/noExplicitAny: any mutation that takes the form's values
  mutation: UseMutationResult<Result, any, Values, any>;
  isReadOnly?: boolean;
  onDone: (result: Result) => void;
  children: ReactNode;
}

/** A card of fields with its own save button; what was typed is never lost silently. */
export function TabForm<Values extends FieldValues, Result>(props: TabFormProps<Values, Result>) {
  const { form, mutation, isReadOnly = false } = props;
  const text = useText("catalog");
  const { isDirty } = form.formState;
  useUnsavedGuard(isDirty);
  const handleSubmit = form.handleSubmit(() =>
    mutation.mutate(form.getValues(), {
      onSuccess: (result) => {
        form.reset(form.getValues());
        props.onDone(result);
      },
      onError: (error) => {
        for (const { field, message } of readRefusal(error).fields)
          form.setError(field as FieldPath<Values>, { type: "server", message }, { shouldFocus: true });
      },
    }),
  );
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={handleSubmit}>
        <Card>
          <CardHeader>
            <CardTitle>{props.title}</CardTitle>
          </CardHeader>
          <CardContent>
            <fieldset disabled={isReadOnly} className="flex flex-col gap-4">
              <legend className="sr-only">{props.title}</legend>
              <FormSummary error={mutation.error} />
              {props.children}
            </fieldset>
          </CardContent>
          {!isReadOnly && (
            <CardFooter>
              {isDirty && (
                <Button onClick={() => form.reset()} disabled={mutation.isPending}>
                  {text("form.discard")}
                </Button>
              )}
              <Button type="submit" variant="primary" isBusy={mutation.isPending} disabled={!isDirty}>
                {text("form.save")}
              </Button>
            </CardFooter>
          )}
        </Card>
      </form>
    </FormProvider>
  );
}
