"use client";

import { useMutation } from "@tanstack/react-query";
import type { PasskeyView } from "@/server/identity/passkeys/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";

export function RemovePasskeyDialog({ passkey: { id, name } }: { passkey: PasskeyView }) {
  const text = useText("passkeys");
  const trpc = useTRPC();
  const remove = useMutation(trpc.passkeys.remove.mutationOptions());
  return (
    <ConfirmDialog
      title={text("remove.title", { name })}
      description={text("remove.lead")}
      confirmLabel={text("remove.submit")}
      mutation={remove}
      input={{ passkeyId: id }}
      isDestructive
      onDone={() => toast({ title: text("remove.done", { name }) })}
    />
  );
}
