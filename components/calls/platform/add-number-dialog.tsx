"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { type AddPhoneNumberInput, addPhoneNumberInput } from "@/server/calls/platform/schema";
import type { PlatformCompanyDetails } from "@/server/tenancy/platform/schema/companies";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";
import { toast } from "../../ui/toast-store";

export function AddNumberDialog({ company }: { company: PlatformCompanyDetails }) {
  const text = useText("admin");
  const { id: companyId, name, branches } = company;
  const form = useForm<AddPhoneNumberInput>({
    resolver: zodResolver(addPhoneNumberInput),
    defaultValues: { companyId, number: "", branchId: branches[0]?.id ?? null, retellAgentId: "" },
  });
  const add = useMutation(useTRPC().platform.phoneNumbers.add.mutationOptions());
  return (
    <FormDialog
      title={text("companies.numbers.new.title")}
      description={text("companies.numbers.new.lead", { name })}
      form={form}
      mutation={add}
      submitLabel={text("companies.numbers.new.submit")}
      onDone={({ number }) => toast({ title: text("companies.numbers.new.done", { number, name }) })}
    >
      <FormField<AddPhoneNumberInput>
        name="number"
        label={text("companies.numbers.new.number")}
        hint={text("companies.numbers.new.numberHint")}
      >
        {(control) => <Input {...control} type="tel" autoComplete="off" autoFocus />}
      </FormField>
      <FormField<AddPhoneNumberInput> name="branchId" label={text("companies.numbers.new.branch")}>
        {(control) => (
          <NativeSelect {...control}>
            {branches.map((branch) => (
              <option key={branch.id} value={branch.id}>
                {branch.name}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
      <FormField<AddPhoneNumberInput>
        name="retellAgentId"
        label={text("companies.numbers.new.agent")}
        hint={text("companies.numbers.new.agentHint")}
        isOptional
      >
        {(control) => <Input {...control} autoComplete="off" />}
      </FormField>
    </FormDialog>
  );
}
