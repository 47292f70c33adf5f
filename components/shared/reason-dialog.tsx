"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { UseMutationResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type DefaultValues, type FieldPath, type Resolver, useForm } from "react-hook-form";
import type { z } from "zod";
import { Textarea } from "../ui/textarea";
import { FormDialog } from "./form-dialog";
import { FormField } from "./form-field";

interface ReasonDialogProps<Values extends { reason: string }> {
  title: string;
  /** What will happen, for whom, and whether it can be undone. */
  description: ReactNode;
  reasonLabel: string;
  reasonHint: string;
  submitLabel: string;
  schema: z.ZodType<unknown, Values>;
  /** Everything but the reason. */
  input: Omit<Values, "reason">;
  // biome-ignore lint/suspicious/noExplicitAny: any mutation that takes the form's values
  mutation: UseMutationResult<any, any, Values, any>;
  onDone?: () => void;
}

/** For what is only done with a reason that somebody can read later. */
export function ReasonDialog<Values extends { reason: string }>(props: ReasonDialogProps<Values>) {
  const form = useForm<Values>({
    // biome-ignore lint/suspicious/noExplicitAny: the resolver's types do not know of a schema that is a parameter
    resolver: zodResolver(props.schema as any) as Resolver<Values>,
    defaultValues: { ...props.input, reason: "" } as DefaultValues<Values>,
  });
  return (
    <FormDialog
      title={props.title}
      description={props.description}
      form={form}
      mutation={props.mutation}
      submitLabel={props.submitLabel}
      onDone={props.onDone}
    >
      <FormField<Values> name={"reason" as FieldPath<Values>} label={props.reasonLabel} hint={props.reasonHint}>
        {(control) => <Textarea {...control} rows={3} autoFocus />}
      </FormField>
    </FormDialog>
  );
}
