"use client";

import { useMutation } from "@tanstack/react-query";
import { type ChangeEvent, useRef } from "react";
import { PICTURE_KINDS } from "@/server/identity/profile/rules/picture-kind";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import { RefusalNote } from "./refusal-note";
import { uploadPicture } from "./upload-picture";

interface Removal {
  isPending: boolean;
  error: unknown;
  reset: () => void;
}

interface PictureFieldProps {
  /** Whose picture it is, and where it stands now. */
  name: string;
  src: string | null;
  /** Where a new one is sent. */
  address: string;
  texts: Record<"choose" | "replace" | "remove" | "hint", string>;
  size?: "sm" | "md";
  onUploaded: () => Promise<unknown>;
  removal: Removal;
  onRemove: () => void;
}

/** A picture of somebody, and a way to another one or none. */
export function PictureField(props: PictureFieldProps) {
  const { name, src, address, texts, size, removal } = props;
  const input = useRef<HTMLInputElement>(null);
  const upload = useMutation({ mutationFn: uploadPicture, onSuccess: props.onUploaded });
  const isBusy = upload.isPending || removal.isPending;
  const error = upload.error ?? removal.error;
  const handleFile = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    target.value = "";
    removal.reset();
    if (file) upload.mutate({ address, file });
  };
  const handleRemove = () => {
    upload.reset();
    props.onRemove();
  };
  return (
    <div className="flex flex-col gap-4">
      {error != null && <RefusalNote error={error} />}
      <div className="flex flex-wrap items-center gap-4">
        <Avatar name={name} src={src} size="xl" />
        <div className="flex flex-col gap-2">
          <div className="flex flex-wrap gap-2">
            <Button size={size} isBusy={upload.isPending} disabled={isBusy} onClick={() => input.current?.click()}>
              {src ? texts.replace : texts.choose}
            </Button>
            {src && (
              <Button size={size} variant="ghost" isBusy={removal.isPending} disabled={isBusy} onClick={handleRemove}>
                {texts.remove}
              </Button>
            )}
          </div>
          <p className="text-muted-foreground text-sm">{texts.hint}</p>
        </div>
      </div>
      <input
        ref={input}
        type="file"
        accept={PICTURE_KINDS.join(",")}
        onChange={handleFile}
        aria-label={texts.choose}
        tabIndex={-1}
        className="sr-only"
      />
    </div>
  );
}
