"use client";

import { useActionState, useMemo } from "react";
import { Note } from "../shared/note";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Label } from "../ui/label";
import type { LinkAction } from "./email-request-form";
import { NewPasswordInput } from "./new-password-input";

interface ResetPasswordFormProps {
  action: LinkAction;
  owner: { name: string; email: string };
}

/** Works without script too; the address is there for password managers. */
export function ResetPasswordForm({ action, owner: { name, email } }: ResetPasswordFormProps) {
  const text = useText("links");
  const [result, submit, isPending] = useActionState(action, undefined);
  const personFacts = useMemo(() => [email, name], [email, name]);
  const message = result && !result.isDone ? result.message : null;
  return (
    <form action={submit} className="flex flex-col gap-4">
      {message && (
        <div id="link-fault">
          <Note tone="danger">{message}</Note>
        </div>
      )}
      <input type="hidden" name="email" autoComplete="username" value={email} />
      <div className="flex flex-col gap-1.5">
        <Label htmlFor="newPassword">{text("reset.newPassword")}</Label>
        <NewPasswordInput
          id="newPassword"
          name="newPassword"
          personFacts={personFacts}
          required
          autoFocus
          aria-invalid={message ? true : undefined}
          aria-describedby={message ? "link-fault" : undefined}
        />
      </div>
      <Button type="submit" variant="primary" isBusy={isPending} className="mt-1 h-11 w-full">
        {text("reset.submit")}
      </Button>
    </form>
  );
}
