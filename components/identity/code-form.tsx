"use client";

import { useActionState, useState } from "react";
import { Note } from "../shared/note";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { CodeInput } from "./code-input";

export type CodeResult = { error: string } | undefined;

interface CodeFormProps {
  action: (previous: CodeResult, formData: FormData) => Promise<CodeResult>;
}

/** The code of the app, or a recovery code for whoever has lost it. Works without script too. */
export function CodeForm({ action }: CodeFormProps) {
  const text = useText("sign-in");
  const [isRecovery, setRecovery] = useState(false);
  const [result, submit, isPending] = useActionState(action, undefined);
  const fault = result?.error;
  return (
    <form action={submit} className="flex flex-col gap-4">
      {fault && (
        <div id="code-fault">
          <Note tone="danger">{text(`errors.${fault}`)}</Note>
        </div>
      )}
      <CodeInput
        key={isRecovery ? "recovery" : "app"}
        isRecovery={isRecovery}
        autoFocus
        aria-invalid={fault === "wrong_code" || undefined}
        aria-describedby={fault ? "code-fault" : undefined}
      />
      <Button type="submit" variant="primary" isBusy={isPending} className="h-11 w-full">
        {text("code.submit")}
      </Button>
      <Button variant="link" size="inline" className="self-start" onClick={() => setRecovery(!isRecovery)}>
        {text(isRecovery ? "code.useApp" : "code.useRecovery")}
      </Button>
    </form>
  );
}
