"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import {
  type EditKnowledgeInput,
  editKnowledgeInput,
  type KnowledgeDetails,
  type KnowledgeView,
} from "@/server/calls/knowledge/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { useCloseDialog } from "../../shared/dialog-slot";
import { ErrorState } from "../../shared/error-state";
import { FormDialog } from "../../shared/form-dialog";
import { useText } from "../../shared/use-text";
import { Dialog, DialogBody, DialogContent, DialogHeader, DialogTitle } from "../../ui/dialog";
import { Skeleton } from "../../ui/skeleton";
import { toast } from "../../ui/toast-store";
import { KnowledgeFields } from "./knowledge-fields";

/** The list has no texts: one is fetched when it is opened. */
export function EditKnowledgeDialog({ document: { id: documentId, title } }: { document: KnowledgeView }) {
  const text = useText("knowledge");
  const shared = useText("shared");
  const close = useCloseDialog();
  const found = useQuery(useTRPC().knowledge.get.queryOptions({ documentId }, { staleTime: 0, gcTime: 0 }));
  if (found.data) return <EditForm document={found.data} />;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && close()}>
      <DialogContent size="lg" closeLabel={shared("dialog.close")} aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{text("editTitle", { title })}</DialogTitle>
        </DialogHeader>
        <DialogBody>
          {found.error ? (
            <ErrorState error={found.error} onRetry={() => void found.refetch()} />
          ) : (
            <Skeleton className="h-64 w-full" />
          )}
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}

function EditForm({ document }: { document: KnowledgeDetails }) {
  const words = useText("knowledge");
  const { id: documentId, title, text, language, isActive } = document;
  const form = useForm<EditKnowledgeInput>({
    resolver: zodResolver(editKnowledgeInput),
    defaultValues: { documentId, title, text, language, isActive },
  });
  const edit = useMutation(useTRPC().knowledge.edit.mutationOptions());
  return (
    <FormDialog
      title={words("editTitle", { title })}
      description={words("note")}
      form={form}
      mutation={edit}
      size="lg"
      onDone={() => toast({ title: words("saved") })}
    >
      <KnowledgeFields />
    </FormDialog>
  );
}
