"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import type { ChangeEvent } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { createCustomerInput } from "@/server/customers/schema";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { FormField } from "../shared/form-field";
import { useText } from "../shared/use-text";
import { useBranch } from "../tenancy/use-branch";
import { DateInput } from "../ui/date-input";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast-store";
import { KnownNumberNote } from "./known-number-note";

type Values = z.input<typeof createCustomerInput>;

/** Somebody new; whoever has the number already is shown before a double is made. */
export function NewCustomerDialog({ onCreated }: { onCreated: (customerId: string) => void }) {
  const text = useText("customers");
  const form = useForm<Values>({
    resolver: zodResolver(createCustomerInput),
    defaultValues: {
      firstName: "",
      lastName: "",
      phone: null,
      email: null,
      birthdate: null,
      notes: null,
      preferredBranchId: useBranch(),
    },
  });
  const create = useMutation(useTRPC().customers.create.mutationOptions({ meta: { refresh: ["analytics"] } }));
  const phone = useWatch({ control: form.control, name: "phone" }) ?? "";
  return (
    <FormDialog
      title={text("new.title")}
      form={form}
      mutation={create}
      submitLabel={text("new.save")}
      onDone={({ customerId }) => {
        const { firstName, lastName } = form.getValues();
        toast({ title: text("new.done", { name: [firstName, lastName].filter(Boolean).join(" ") }) });
        onCreated(customerId);
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<Values> name="firstName" label={text("new.firstName")} isOptional>
          {(control) => <Input {...control} autoComplete="off" autoFocus />}
        </FormField>
        <FormField<Values> name="lastName" label={text("new.lastName")}>
          {(control) => <Input {...control} autoComplete="off" />}
        </FormField>
      </div>
      <FormField<Values> name="phone" label={text("new.phone")} hint={text("new.phoneHint")} isOptional>
        {(control) => <Input {...control} {...blankIsNull(control)} type="tel" autoComplete="off" />}
      </FormField>
      <KnownNumberNote phone={phone} onOpen={onCreated} />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<Values> name="email" label={text("new.email")} isOptional>
          {(control) => <Input {...control} {...blankIsNull(control)} type="email" autoComplete="off" />}
        </FormField>
        <FormField<Values> name="birthdate" label={text("new.birthdate")} isOptional>
          {(control) => <DateInput {...control} {...blankIsNull(control)} />}
        </FormField>
      </div>
      <FormField<Values> name="notes" label={text("new.notes")} isOptional>
        {(control) => <Textarea {...control} rows={3} />}
      </FormField>
    </FormDialog>
  );
}

/** An empty field is nothing, not an empty address. */
function blankIsNull(control: { onChange: (value: unknown) => void }) {
  return { onChange: (event: ChangeEvent<HTMLInputElement>) => control.onChange(event.target.value || null) };
}
