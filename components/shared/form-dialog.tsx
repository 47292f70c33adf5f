"use client";

import type { UseMutationResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type FieldPath, type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";
import { Button } from "../ui/button";
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "../ui/dialog";
import { useCloseDialog } from "./dialog-slot";
import { DiscardQuestion } from "./discard-question";
import { FormSummary } from "./form-summary";
import { readRefusal } from "./refusal";
import { useText } from "./use-text";
import { useUnsavedGuard } from "./use-unsaved-guard";

interface FormDialogProps<Values extends FieldValues, Result> {
  title: string;
  description?: ReactNode;
  // biome-ignore lint/suspicious/noExplicitAny: a schema may transform; what is sent is what was typed, and the server reads it again
  form: UseFormReturn<Values, any, any>;
  // biome-ignore lint/suspicious/noExplicitAny: any mutation that takes the form's values
  mutation: UseMutationResult<Result, any, Values, any>;
  submitLabel?: string;
  /** It takes something away from somebody: the button says so in colour, and the other one is no second "Cancel". */
  isDestructive?: boolean;
  size?: "sm" | "md" | "lg";
  onDone?: (result: Result) => void;
  children: ReactNode;
}

/** Submits, shows refusals beside their fields and in a summary, closes on success, and never loses typing silently. */
export function FormDialog<Values extends FieldValues, Result>(props: FormDialogProps<Values, Result>) {
  const { form, mutation } = props;
  const text = useText("shared");
  const close = useCloseDialog();
  const [isLeaving, setLeaving] = useState(false);
  useUnsavedGuard(form.formState.isDirty && !mutation.isSuccess);

  const handleSubmit = form.handleSubmit(() =>
    mutation.mutate(form.getValues(), {
      onSuccess: (result) => {
        props.onDone?.(result);
        close();
      },
      onError: (error) => showFieldFaults(form, error),
    }),
  );
  const handleClose = () => {
    if (mutation.isPending) return;
    if (form.formState.isDirty && !isLeaving) setLeaving(true);
    else close();
  };

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && handleClose()}>
      <DialogContent
        size={props.size}
        closeLabel={text("dialog.close")}
        {...(props.description ? {} : { "aria-describedby": undefined })}
        onInteractOutside={(event) => form.formState.isDirty && event.preventDefault()}
      >
        <FormProvider {...form}>
          <form noValidate onSubmit={handleSubmit} className="flex min-h-0 flex-col">
            <DialogHeader>
              <DialogTitle>{props.title}</DialogTitle>
              {props.description && <DialogDescription>{props.description}</DialogDescription>}
            </DialogHeader>
            <DialogBody className="flex flex-col gap-4">
              <FormSummary error={mutation.error} />
              {props.children}
            </DialogBody>
            {isLeaving ? (
              <DiscardQuestion onStay={() => setLeaving(false)} onDiscard={close} />
            ) : (
              <DialogFooter>
                <Button onClick={handleClose} disabled={mutation.isPending}>
                  {text(props.isDestructive ? "dialog.back" : "dialog.cancel")}
                </Button>
                <Button type="submit" variant={props.isDestructive ? "danger" : "primary"} isBusy={mutation.isPending}>
                  {props.submitLabel ?? text("dialog.save")}
                </Button>
              </DialogFooter>
            )}
          </form>
        </FormProvider>
      </DialogContent>
    </Dialog>
  );
}

// biome-ignore lint/suspicious/noExplicitAny: see the props
function showFieldFaults<Values extends FieldValues>(form: UseFormReturn<Values, any, any>, error: unknown) {
  for (const { field, message } of readRefusal(error).fields) {
    form.setError(field as FieldPath<Values>, { type: "server", message }, { shouldFocus: true });
  }
}
