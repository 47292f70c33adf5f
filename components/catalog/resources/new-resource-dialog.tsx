"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { createResourceInput } from "@/server/catalog/resources/schema";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { useText } from "../../shared/use-text";
import { useBranch } from "../../tenancy/use-branch";
import { toast } from "../../ui/toast-store";
import { BranchField } from "./branch-field";
import { ResourceFields } from "./resource-fields";

type Values = z.input<typeof createResourceInput>;

export function NewResourceDialog() {
  const text = useText("resources");
  const { branches } = useCompany();
  const branchId = useBranch() ?? branches[0]?.id ?? "";
  const form = useForm<Values>({
    resolver: zodResolver(createResourceInput),
    defaultValues: { branchId, type: "room", name: "", capacity: 1, resourceGroupId: null },
  });
  const create = useMutation(useTRPC().resources.create.mutationOptions({ meta: { refresh: ["availability"] } }));
  return (
    <FormDialog
      title={text("new.title")}
      form={form}
      mutation={create}
      submitLabel={text("new.save")}
      onDone={() => toast({ title: text("new.done", { name: form.getValues("name") }) })}
    >
      <BranchField onChange={() => form.setValue("resourceGroupId", null)} />
      <ResourceFields branchId={form.watch("branchId")} />
    </FormDialog>
  );
}
