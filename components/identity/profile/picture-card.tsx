"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useRef } from "react";
import { PICTURE_KINDS } from "@/server/identity/profile/rules/picture-kind";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Avatar } from "../../ui/avatar";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";
import { uploadPicture } from "./upload-picture";

/** The picture that colleagues see, and a way to another one or none. */
export function PictureCard() {
  const text = useText("profile");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const { data } = useSuspenseQuery(trpc.profile.get.queryOptions());
  const input = useRef<HTMLInputElement>(null);
  // The frame shows it too, and comes from the server.
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: trpc.profile.pathKey() });
    router.refresh();
  };
  const upload = useMutation({ mutationFn: uploadPicture, onSuccess: refresh });
  const remove = useMutation(trpc.profile.removeAvatar.mutationOptions({ onSuccess: refresh }));
  const isBusy = upload.isPending || remove.isPending;
  const error = upload.error ?? remove.error;
  const handleFile = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    target.value = "";
    remove.reset();
    if (file) upload.mutate(file);
  };
  return (
    <Card aria-labelledby="picture-title">
      <CardHeader>
        <CardTitle id="picture-title">{text("picture.title")}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col gap-4">
        {error && <RefusalNote error={error} />}
        <div className="flex flex-wrap items-center gap-4">
          <Avatar name={data.name} src={data.avatarUrl} size="xl" />
          <div className="flex flex-col gap-2">
            <div className="flex flex-wrap gap-2">
              <Button isBusy={upload.isPending} disabled={isBusy} onClick={() => input.current?.click()}>
                {text(data.avatarUrl ? "picture.replace" : "picture.choose")}
              </Button>
              {data.avatarUrl && (
                <Button variant="ghost" isBusy={remove.isPending} disabled={isBusy} onClick={() => remove.mutate()}>
                  {text("picture.remove")}
                </Button>
              )}
            </div>
            <p className="text-muted-foreground text-sm">{text("picture.hint")}</p>
          </div>
        </div>
        <input
          ref={input}
          type="file"
          accept={PICTURE_KINDS.join(",")}
          onChange={handleFile}
          aria-label={text("picture.choose")}
          tabIndex={-1}
          className="sr-only"
        />
      </CardContent>
    </Card>
  );
}
