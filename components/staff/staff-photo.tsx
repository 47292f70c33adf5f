"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { StaffDetails } from "@/server/staff/schema";
import { useTRPC } from "../providers/trpc-provider";
import { PictureField } from "../shared/picture-field";
import { useText } from "../shared/use-text";
import { toast } from "../ui/toast-store";

/** The photo that colleagues see in lists and the calendar. */
export function StaffPhoto({ staff: { id: staffId, name, avatarUrl } }: { staff: StaffDetails }) {
  const text = useText("staff");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all([trpc.staff, trpc.calendar].map((part) => queries.invalidateQueries({ queryKey: part.pathKey() })));
  const remove = useMutation(
    trpc.staffPhotos.remove.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toast({ title: text("photo.removed") });
      },
    }),
  );
  return (
    <PictureField
      name={name}
      src={avatarUrl}
      address={`/api/staff/${staffId}/photo`}
      texts={{
        choose: text("photo.choose"),
        replace: text("photo.replace"),
        remove: text("photo.remove"),
        hint: text("photo.hint"),
      }}
      size="sm"
      onUploaded={refresh}
      removal={remove}
      onRemove={() => remove.mutate({ staffId })}
    />
  );
}
