"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";

export function DisconnectDialog() {
  const text = useText("calcom-connection");
  const refresh = ["calcomMapping", "integrations"];
  const disconnect = useMutation(useTRPC().calcomConnection.disconnect.mutationOptions({ meta: { refresh } }));
  return (
    <ConfirmDialog
      title={text("disconnect.title")}
      description={text("disconnect.lead")}
      confirmLabel={text("disconnect.submit")}
      mutation={disconnect}
      input={undefined}
      isDestructive
      onDone={() => toast({ title: text("disconnect.done") })}
    />
  );
}
