"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { createKnowledgeInput } from "@/server/calls/knowledge/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";
import { KnowledgeFields } from "./knowledge-fields";

export function NewKnowledgeDialog() {
  const text = useText("knowledge");
  const form = useForm<z.input<typeof createKnowledgeInput>>({
    resolver: zodResolver(createKnowledgeInput),
    defaultValues: { title: "", text: "", language: "de", isActive: true },
  });
  const create = useMutation(useTRPC().knowledge.create.mutationOptions());
  return (
    <FormDialog
      title={text("newTitle")}
      description={text("note")}
      form={form}
      mutation={create}
      size="lg"
      onDone={() => toast({ title: text("saved") })}
    >
      <KnowledgeFields />
    </FormDialog>
  );
}
