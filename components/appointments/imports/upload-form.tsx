"use client";

import { useMutation } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { type ChangeEvent, useId, useRef, useState } from "react";
import { MOST_FILE_BYTES } from "@/server/appointments/imports/schema";
import { useCompany } from "../../providers/company-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { useBranch } from "../../tenancy/use-branch";
import { Button } from "../../ui/button";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";
import { sendFile } from "./send-file";

/** Chooses a file and the branch that it is about; its letters are read by the server. */
export function UploadForm({ onUploaded }: { onUploaded: (importId: string) => void }) {
  const text = useText("imports");
  const id = useId();
  const { branches } = useCompany();
  const scoped = useBranch();
  const picker = useRef<HTMLInputElement>(null);
  const [branchId, setBranchId] = useState(scoped ?? branches[0]?.id ?? "");
  const [isTooLarge, setTooLarge] = useState(false);
  const [share, setShare] = useState(0);
  const stop = useRef<AbortController>(null);
  const upload = useMutation({
    mutationFn: sendFile,
    meta: { refresh: ["imports"] },
    onSuccess: ({ importId }) => onUploaded(importId),
  });
  const handleFile = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    setTooLarge(Boolean(file && file.size > MOST_FILE_BYTES));
    if (!file || file.size > MOST_FILE_BYTES) return;
    stop.current = new AbortController();
    setShare(0);
    upload.mutate({ branchId, file, onProgress: setShare, signal: stop.current.signal });
  };
  return (
    <div className="flex flex-col gap-4">
      {upload.error && upload.error.name !== "AbortError" && <RefusalNote error={upload.error} />}
      {isTooLarge && (
        <p role="alert" data-tone="danger" className="text-tone-text">
          {text("upload.tooLarge")}
        </p>
      )}
      <p className="max-w-prose text-muted-foreground">{text("upload.hint")}</p>
      {branches.length > 1 && (
        <div className="flex max-w-sm flex-col gap-1.5">
          <Label htmlFor={id}>{text("upload.branch")}</Label>
          <NativeSelect id={id} value={branchId} onChange={(event) => setBranchId(event.target.value)}>
            {branches.map((branch) => (
              <option key={branch.id} value={branch.id}>
                {branch.name}
              </option>
            ))}
          </NativeSelect>
        </div>
      )}
      <input
        ref={picker}
        type="file"
        accept=".csv,.txt,text/csv"
        aria-label={text("upload.choose")}
        onChange={handleFile}
        className="sr-only"
        tabIndex={-1}
      />
      {upload.isPending ? (
        <Sending share={share} onStop={() => stop.current?.abort()} />
      ) : (
        <Button variant="primary" className="self-start" onClick={() => picker.current?.click()}>
          <FileUp />
          {text("upload.choose")}
        </Button>
      )}
    </div>
  );
}

/** How far the file has come, and a way to stop it; once it is there, it is read. */
function Sending({ share, onStop }: { share: number; onStop: () => void }) {
  const text = useText("imports");
  const label = share < 1 ? text("upload.sending", { share }) : text("upload.reading");
  return (
    <div className="flex max-w-sm flex-col gap-2">
      <p role="status">{label}</p>
      <progress
        value={share < 1 ? share : undefined}
        max={1}
        aria-label={label}
        className="h-2 w-full accent-primary"
      />
      <Button className="self-start" disabled={share >= 1} onClick={onStop}>
        {text("upload.stop")}
      </Button>
    </div>
  );
}
