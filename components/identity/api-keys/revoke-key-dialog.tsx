"use client";

import { useMutation } from "@tanstack/react-query";
import type { ApiKeyView } from "@/server/identity/api-keys/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";

export function RevokeKeyDialog({ apiKey: { id, name, homeCompany } }: { apiKey: ApiKeyView }) {
  const text = useText("api-keys");
  const revoke = useMutation(useTRPC().apiKeys.revoke.mutationOptions());
  return (
    <ConfirmDialog
      title={text("revoke.title", { name })}
      description={homeCompany === null ? text("revoke.lead") : text("revoke.leadHere", { home: homeCompany })}
      confirmLabel={text("revoke.submit")}
      mutation={revoke}
      input={{ apiKeyId: id }}
      isDestructive
      onDone={() => toast({ title: text("revoke.done", { name }) })}
    />
  );
}
