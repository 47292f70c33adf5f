"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useForm, useFormContext } from "react-hook-form";
import type { z } from "zod";
import {
  createResourceGroupInput,
  type EditResourceGroupInput,
  editResourceGroupInput,
  type ResourceGroupView,
} from "@/server/catalog/resources/schema";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { CheckLine } from "../../staff/check-line";
import { useBranch } from "../../tenancy/use-branch";
import { Input } from "../../ui/input";
import { toast } from "../../ui/toast-store";
import { BranchField } from "./branch-field";

/** A new group, or one that is there already. */
export function GroupDialog({ group }: { group: ResourceGroupView | null }) {
  return group ? <EditGroup group={group} /> : <NewGroup />;
}

function NewGroup() {
  const text = useText("resources");
  const { branches } = useCompany();
  const branchId = useBranch() ?? branches[0]?.id ?? "";
  const form = useForm<z.input<typeof createResourceGroupInput>>({
    resolver: zodResolver(createResourceGroupInput),
    defaultValues: { branchId, name: "", resourceIds: [] },
  });
  const create = useMutation(useTRPC().resources.createGroup.mutationOptions());
  return (
    <FormDialog
      title={text("groups.newTitle")}
      description={text("groups.lead")}
      form={form}
      mutation={create}
      onDone={() => toast({ title: text("groups.saved") })}
    >
      <BranchField onChange={() => form.setValue("resourceIds", [])} />
      <GroupFields branchId={form.watch("branchId")} />
    </FormDialog>
  );
}

function EditGroup({ group }: { group: ResourceGroupView }) {
  const text = useText("resources");
  const { id: resourceGroupId, version, name, resources, branch } = group;
  const form = useForm<EditResourceGroupInput>({
    resolver: zodResolver(editResourceGroupInput),
    defaultValues: { resourceGroupId, version, name, resourceIds: resources.map(({ id }) => id) },
  });
  const edit = useMutation(useTRPC().resources.editGroup.mutationOptions({ meta: { refresh: ["services"] } }));
  return (
    <FormDialog
      title={text("groups.editTitle", { name })}
      description={branch.name}
      form={form}
      mutation={edit}
      onDone={() => toast({ title: text("groups.saved") })}
    >
      <GroupFields branchId={branch.id} />
    </FormDialog>
  );
}

function GroupFields({ branchId }: { branchId: string }) {
  const text = useText("resources");
  const form = useFormContext<{ name: string; resourceIds: string[] }>();
  const list = useQuery(useTRPC().resources.list.queryOptions({ branchId, limit: 100 }));
  const chosen = form.watch("resourceIds") ?? [];
  const toggle = (id: string, isOn: boolean) =>
    form.setValue("resourceIds", isOn ? [...chosen, id] : chosen.filter((each) => each !== id), { shouldDirty: true });
  return (
    <>
      <FormField name="name" label={text("columns.name")}>
        {(control) => <Input {...control} autoComplete="off" autoFocus />}
      </FormField>
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 font-medium text-sm">{text("groups.members")}</legend>
        {list.data?.items.length === 0 && <p className="text-muted-foreground">{text("groups.noMembers")}</p>}
        {list.data?.items.map(({ id, name, group }) => (
          <CheckLine key={id} isChecked={chosen.includes(id)} onChange={(isOn) => toggle(id, isOn)}>
            {name}{" "}
            {group && !chosen.includes(id) && (
              <span className="text-muted-foreground text-sm">{text("groups.nowIn", { name: group.name })}</span>
            )}
          </CheckLine>
        ))}
      </fieldset>
    </>
  );
}
