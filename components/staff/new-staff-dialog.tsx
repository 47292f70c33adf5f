"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { createStaffInput } from "@/server/staff/schema";
import { useCompany } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { FormField } from "../shared/form-field";
import { useText } from "../shared/use-text";
import { useBranch } from "../tenancy/use-branch";
import { Input } from "../ui/input";
import { NativeSelect } from "../ui/native-select";
import { toast } from "../ui/toast-store";
import { ServiceChoice } from "./service-choice";

type Values = z.input<typeof createStaffInput>;

/** Somebody new; the rest stands on their page, which opens then. */
export function NewStaffDialog() {
  const text = useText("staff");
  const router = useRouter();
  const { branches } = useCompany();
  const form = useForm<Values>({
    resolver: zodResolver(createStaffInput) as never,
    defaultValues: {
      name: "",
      homeBranchId: useBranch() ?? branches[0]?.id ?? "",
      email: null,
      phone: null,
      serviceIds: [],
    },
  });
  const create = useMutation(useTRPC().staff.create.mutationOptions({ meta: { refresh: ["availability"] } }));
  return (
    <FormDialog
      title={text("new.title")}
      form={form}
      mutation={create}
      submitLabel={text("new.save")}
      onDone={({ id, name }) => {
        toast({ title: text("new.done", { name }) });
        router.push(`/staff/${id}`);
      }}
    >
      <FormField<Values> name="name" label={text("fields.name")}>
        {(control) => <Input {...control} autoComplete="off" autoFocus />}
      </FormField>
      {branches.length > 1 && (
        <FormField<Values> name="homeBranchId" label={text("fields.homeBranch")}>
          {(control) => (
            <NativeSelect {...control}>
              {branches.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<Values> name="email" label={text("fields.email")} isOptional>
          {(control) => <Input {...control} type="email" autoComplete="off" />}
        </FormField>
        <FormField<Values> name="phone" label={text("fields.phone")} isOptional>
          {(control) => <Input {...control} type="tel" autoComplete="off" />}
        </FormField>
      </div>
      <ServiceChoice />
    </FormDialog>
  );
}
