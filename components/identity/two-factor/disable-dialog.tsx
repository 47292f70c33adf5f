"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";

export function DisableDialog() {
  const text = useText("security");
  const trpc = useTRPC();
  const disable = useMutation(trpc.twoFactor.disable.mutationOptions());
  return (
    <ConfirmDialog
      title={text("disable.title")}
      description={text("disable.lead")}
      confirmLabel={text("disable.submit")}
      mutation={disable}
      input={undefined}
      isDestructive
      onDone={() => toast({ title: text("disable.done") })}
    />
  );
}
