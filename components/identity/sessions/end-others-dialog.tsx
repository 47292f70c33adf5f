"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";

export function EndOthersDialog({ count }: { count: number }) {
  const text = useText("security");
  const trpc = useTRPC();
  const end = useMutation(trpc.sessions.revokeOthers.mutationOptions());
  return (
    <ConfirmDialog
      title={text("endOthers.title")}
      description={text("endOthers.lead", { count })}
      confirmLabel={text("endOthers.submit")}
      mutation={end}
      input={undefined}
      isDestructive
    />
  );
}
