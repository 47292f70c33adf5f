"use client";

import { useActionState } from "react";
import { Note } from "../shared/note";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Label } from "../ui/label";

/** What an action of a link's page says. */
export type LinkResult = { isDone: true; email?: string } | { isDone: false; message: string; email?: string };
export type LinkAction = (previous: LinkResult | undefined, formData: FormData) => Promise<LinkResult>;

/** Asks for an address; the answer is the same whether somebody has it or not. Works without script too. */
export function EmailRequestForm({ action, submitLabel }: { action: LinkAction; submitLabel: string }) {
  const text = useText("links");
  const [result, submit, isPending] = useActionState(action, undefined);
  if (result?.isDone)
    return (
      <div role="status" className="flex flex-col gap-2">
        <Note tone="success">{text("sent.title", { email: result.email ?? "" })}</Note>
        <p className="text-muted-foreground text-sm">{text("sent.hint")}</p>
      </div>
    );
  return (
    <form action={submit} className="flex flex-col gap-4">
      {result && (
        <div id="link-fault">
          <Note tone="danger">{result.message}</Note>
        </div>
      )}
      <div className="flex flex-col gap-1.5">
        <Label htmlFor="email">{text("email")}</Label>
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
          aria-describedby={result ? "link-fault" : undefined}
          className="h-11"
        />
      </div>
      <Button type="submit" variant="primary" isBusy={isPending} className="mt-1 h-11 w-full">
        {submitLabel}
      </Button>
    </form>
  );
}
