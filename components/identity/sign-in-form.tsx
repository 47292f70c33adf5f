"use client";

import { type ReactNode, useActionState, useRef } from "react";
import { Note } from "../shared/note";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Input } from "../ui/input";
import { Label } from "../ui/label";
import { PasswordInput } from "./password-input";
import { type SignInHint, SignInHints } from "./sign-in-hints";

export type SignInResult = { error: string; email?: string } | undefined;

interface SignInFormProps {
  action: (previous: SignInResult, formData: FormData) => Promise<SignInResult>;
  hints: SignInHint[];
  /** Other ways in, between the form and the hints of a demo. */
  children?: ReactNode;
}

/** Works without script too: the action answers with a redirect or with what is wrong. */
export function SignInForm({ action, hints, children }: SignInFormProps) {
  const text = useText("identity");
  const form = useRef<HTMLFormElement>(null);
  const [result, submit, isPending] = useActionState(action, undefined);
  const fault = result?.error;
  const note = fault ? { "aria-invalid": fault === "invalid" || undefined, "aria-describedby": "sign-in-fault" } : {};

  const handleChoose = (hint: SignInHint) => {
    const fields = form.current?.elements;
    const email = fields?.namedItem("email");
    const password = fields?.namedItem("password");
    if (email instanceof HTMLInputElement) email.value = hint.email;
    if (password instanceof HTMLInputElement) password.value = hint.password;
    form.current?.querySelector<HTMLElement>("[type=submit]")?.focus();
  };

  return (
    <div className="flex flex-col gap-6">
      <form ref={form} action={submit} className="flex flex-col gap-4">
        {fault && (
          <div id="sign-in-fault">
            <Note tone="danger">{text(`signIn.errors.${fault}`)}</Note>
          </div>
        )}
        <div className="flex flex-col gap-1.5">
          <Label htmlFor="email">{text("signIn.email")}</Label>
          <Input
            id="email"
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            autoFocus
            defaultValue={result?.email}
            className="h-11"
            {...note}
          />
        </div>
        <div className="flex flex-col gap-1.5">
          <Label htmlFor="password">{text("signIn.password")}</Label>
          <PasswordInput id="password" name="password" autoComplete="current-password" required {...note} />
        </div>
        <label htmlFor="remember" className="flex min-h-6 items-center gap-2">
          <Checkbox id="remember" name="remember" />
          {text("signIn.remember")}
        </label>
        <Button type="submit" variant="primary" isBusy={isPending} className="mt-1 h-11 w-full">
          {text("signIn.submit")}
        </Button>
      </form>
      {children}
      {hints.length > 0 && <SignInHints hints={hints} onChoose={handleChoose} />}
    </div>
  );
}
