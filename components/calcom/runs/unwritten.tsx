"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { Note } from "../../shared/note";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast-store";

/** Appointments that are older than the connection, and a click that writes them over there. */
export function Unwritten() {
  const text = useText("calcom-runs");
  const { calcom } = useTRPC();
  const { data } = useQuery(calcom.countUnwritten.queryOptions());
  const options = {
    meta: { refresh: ["appointments", "calendar"] },
    onSuccess: ({ queued }: { queued: number }) => toast({ title: text("unwritten.done", { count: queued }) }),
  };
  const sync = useMutation(calcom.syncUnwritten.mutationOptions(options));
  if (!data?.count) return null;
  const action = (
    <Button size="sm" isBusy={sync.isPending} onClick={() => sync.mutate()} className="max-sm:w-full">
      {text("unwritten.action")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-2">
      <Note className="max-sm:flex-wrap" action={action}>
        {text("unwritten.what", { count: data.count })}
      </Note>
      {sync.error && <RefusalNote error={sync.error} />}
    </div>
  );
}
