"use client";

import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";
import { Note } from "../../shared/note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

/** Shown once, to be kept somewhere else than on the phone. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const text = useText("security");
  const [isCopied, setCopied] = useState(false);
  const list = codes.join("\n");
  const handleCopy = async () => {
    await navigator.clipboard.writeText(list);
    setCopied(true);
  };
  return (
    <div className="flex flex-col gap-4">
      <Note tone="warning">{text("codes.lead")}</Note>
      <ul className="flex flex-col items-center gap-1.5 rounded-md bg-muted p-4 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={handleCopy}>
          {isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {text(isCopied ? "codes.copied" : "codes.copy")}
        </Button>
        <Button asChild>
          <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${list}\n`)}`} download={text("codes.file")}>
            <Download aria-hidden="true" />
            {text("codes.download")}
          </a>
        </Button>
      </div>
      <Button variant="primary" className="h-11" onClick={onDone}>
        {text("codes.done")}
      </Button>
    </div>
  );
}
