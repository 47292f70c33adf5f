"use client";

import { useMutation } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { type ChangeEvent, useId, useRef, useState } from "react";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { useBranch } from "../../tenancy/use-branch";
import { Button } from "../../ui/button";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";

/** What the door takes at once, once it is written as text. */
const MOST_BYTES = 700_000;

/** Chooses a file and the branch that it is about; its letters are read by the server. */
export function UploadForm({ onUploaded }: { onUploaded: (importId: string) => void }) {
  const text = useText("imports");
  const id = useId();
  const { branches } = useCompany();
  const scoped = useBranch();
  const picker = useRef<HTMLInputElement>(null);
  const [branchId, setBranchId] = useState(scoped ?? branches[0]?.id ?? "");
  const [isTooLarge, setTooLarge] = useState(false);
  const upload = useMutation(useTRPC().imports.upload.mutationOptions());
  const handleFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    setTooLarge(Boolean(file && file.size > MOST_BYTES));
    if (!file || file.size > MOST_BYTES) return;
    const fileBase64 = toBase64(new Uint8Array(await file.arrayBuffer()));
    upload.mutate({ branchId, fileName: file.name, fileBase64 }, { onSuccess: (job) => onUploaded(job.id) });
  };
  return (
    <div className="flex flex-col gap-4">
      {upload.error && <RefusalNote error={upload.error} />}
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
        onChange={(event) => void handleFile(event)}
        className="sr-only"
        tabIndex={-1}
      />
      <Button
        variant="primary"
        className="self-start"
        isBusy={upload.isPending}
        onClick={() => picker.current?.click()}
      >
        <FileUp />
        {text("upload.choose")}
      </Button>
    </div>
  );
}

/** In pieces: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let from = 0; from < bytes.length; from += 8192)
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(binary);
}
