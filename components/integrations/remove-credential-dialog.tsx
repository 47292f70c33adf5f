"use client";

import { useMutation } from "@tanstack/react-query";
import type { ConnectionView, CredentialField } from "@/server/integrations/schema";
import { useTRPC } from "../providers/trpc-provider";
import { ConfirmDialog } from "../shared/confirm-dialog";
import { useText } from "../shared/use-text";
import { toast } from "../ui/toast-store";

interface RemoveCredentialDialogProps {
  provider: ConnectionView["provider"];
  field: CredentialField;
  onRemoved: () => void;
}

export function RemoveCredentialDialog({ provider, field, onRemoved }: RemoveCredentialDialogProps) {
  const text = useText("integrations");
  const remove = useMutation(useTRPC().integrations.removeCredential.mutationOptions());
  const name = text(`fields.${field}`);
  return (
    <ConfirmDialog
      title={text("remove.title", { field: name })}
      description={text("remove.lead", { provider: text(`providers.${provider}.name`) })}
      confirmLabel={text("remove.submit")}
      mutation={remove}
      input={{ provider, field }}
      isDestructive
      onDone={() => {
        toast({ title: text("remove.done", { field: name }) });
        onRemoved();
      }}
    />
  );
}
