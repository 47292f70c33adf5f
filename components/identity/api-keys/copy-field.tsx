"use client";

import { Check, Copy } from "lucide-react";
import { useId, useState } from "react";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

/** Text to take along: copied with one click, or marked whole where the browser does not let us. */
export function CopyField({ label, text: content }: { label: string; text: string }) {
  const text = useText("api-keys");
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  const handleCopy = async () => {
    const marked = document.getElementById(id);
    await navigator.clipboard?.writeText(content).then(
      () => setCopied(true),
      () => marked && window.getSelection()?.selectAllChildren(marked),
    );
  };
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center justify-between gap-3">
        <span className="font-medium">{label}</span>
        <Button size="sm" onClick={handleCopy} aria-label={text("secret.copyThis", { label })}>
          {isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {text(isCopied ? "secret.copied" : "secret.copy")}
        </Button>
      </div>
      <code
        id={id}
        className="select-all whitespace-pre-wrap break-all rounded-md bg-muted px-3 py-2.5 font-mono text-sm"
      >
        {content}
      </code>
    </div>
  );
}
