"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { type EditResourceInput, editResourceInput, type ResourceView } from "@/server/catalog/resources/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";
import { SwitchField } from "../fields/switch-field";
import { ResourceFields } from "./resource-fields";

export function EditResourceDialog({ resource }: { resource: ResourceView }) {
  const text = useText("resources");
  const { id: resourceId, version, name, type, capacity, status, group, branch } = resource;
  const form = useForm<EditResourceInput>({
    resolver: zodResolver(editResourceInput),
    defaultValues: {
      ...{ resourceId, version, name, type, capacity },
      ...{ isActive: status === "active", resourceGroupId: group?.id ?? null },
    },
  });
  const edit = useMutation(
    useTRPC().resources.edit.mutationOptions({ meta: { refresh: ["availability", "services"] } }),
  );
  return (
    <FormDialog
      title={text("edit.title", { name })}
      description={branch.name}
      form={form}
      mutation={edit}
      onDone={() => toast({ title: text("edit.done") })}
    >
      <ResourceFields branchId={branch.id} />
      <SwitchField<EditResourceInput> name="isActive" label={text("edit.isActive")} hint={text("edit.isActiveHint")} />
    </FormDialog>
  );
}
