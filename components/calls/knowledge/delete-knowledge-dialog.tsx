"use client";

import { useMutation } from "@tanstack/react-query";
import type { KnowledgeView } from "@/server/calls/knowledge/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";

export function DeleteKnowledgeDialog({ document: { id: documentId, title } }: { document: KnowledgeView }) {
  const text = useText("knowledge");
  const remove = useMutation(useTRPC().knowledge.delete.mutationOptions());
  return (
    <ConfirmDialog
      title={text("deleteTitle", { title })}
      description={text("deleteLead")}
      confirmLabel={text("delete")}
      mutation={remove}
      input={{ documentId }}
      onDone={() => toast({ title: text("deleted", { title }) })}
      isDestructive
    />
  );
}
