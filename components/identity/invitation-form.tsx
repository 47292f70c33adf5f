"use client";

import { useActionState, useMemo, useState } from "react";
import { Note } from "../shared/note";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Label } from "../ui/label";
import { NewPasswordInput } from "./new-password-input";

type Action = (previous: unknown, formData: FormData) => Promise<{ message: string }>;

interface InvitationFormProps {
  action: Action;
  invitation: { email: string; companyName: string };
}

/** The account of somebody new: their address is proved by the link, so a name and a password are all that is asked. */
export function InvitationForm({ action, invitation: { email, companyName } }: InvitationFormProps) {
  const text = useText("invitation");
  const [result, submit, isPending] = useActionState(action, undefined);
  const [name, setName] = useState("");
  const facts = useMemo(() => [email, companyName, name], [email, companyName, name]);
  return (
    <form action={submit} className="flex flex-col gap-4">
      {result && (
        <div id="invitation-fault">
          <Note tone="danger">{result.message}</Note>
        </div>
      )}
      <div className="flex flex-col gap-1.5">
        <Label htmlFor="email">{text("email")}</Label>
        <Input id="email" name="email" type="email" value={email} readOnly autoComplete="username" />
      </div>
      <div className="flex flex-col gap-1.5">
        <Label htmlFor="name">{text("name")}</Label>
        <Input
          id="name"
          name="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="name"
          maxLength={120}
          required
          autoFocus
        />
      </div>
      <div className="flex flex-col gap-1.5">
        <Label htmlFor="password">{text("password")}</Label>
        <NewPasswordInput
          id="password"
          name="password"
          personFacts={facts}
          required
          aria-invalid={result ? true : undefined}
          aria-describedby={result ? "invitation-fault" : undefined}
        />
      </div>
      <Button type="submit" variant="primary" isBusy={isPending} className="mt-1 h-11 w-full">
        {text("submit")}
      </Button>
    </form>
  );
}
