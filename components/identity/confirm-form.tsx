"use client";

import { type ReactNode, useActionState } from "react";
import { Note } from "../shared/note";
import { Button } from "../ui/button";

type ConfirmResult = { message: string } | undefined;
export type ConfirmAction = (previous: ConfirmResult, formData: FormData) => Promise<ConfirmResult>;

interface ConfirmFormProps {
  action: ConfirmAction;
  submitLabel: string;
  children?: ReactNode;
}

/** A link's one button: opening the page changes nothing, because programs open links too. Works without script. */
export function ConfirmForm({ action, submitLabel, children }: ConfirmFormProps) {
  const [result, submit, isPending] = useActionState(action, undefined);
  return (
    <form action={submit} className="flex flex-col gap-4">
      {result && <Note tone="danger">{result.message}</Note>}
      {children}
      <Button type="submit" variant="primary" isBusy={isPending} className="h-11 w-full">
        {submitLabel}
      </Button>
    </form>
  );
}
