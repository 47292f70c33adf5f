"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../providers/trpc-provider";
import { PictureField } from "../../shared/picture-field";
import { useText } from "../../shared/use-text";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";

/** The picture that colleagues see. */
export function PictureCard() {
  const text = useText("profile");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const { data } = useSuspenseQuery(trpc.profile.get.queryOptions());
  // The frame shows it too, and comes from the server.
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: trpc.profile.pathKey() });
    router.refresh();
  };
  const remove = useMutation(trpc.profile.removeAvatar.mutationOptions({ onSuccess: refresh }));
  return (
    <Card aria-labelledby="picture-title">
      <CardHeader>
        <CardTitle id="picture-title">{text("picture.title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <PictureField
          name={data.name}
          src={data.avatarUrl}
          address="/api/account/avatar"
          texts={{
            choose: text("picture.choose"),
            replace: text("picture.replace"),
            remove: text("picture.remove"),
            hint: text("picture.hint"),
          }}
          onUploaded={refresh}
          removal={remove}
          onRemove={() => remove.mutate()}
        />
      </CardContent>
    </Card>
  );
}
