"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { createCompanyInput, INDUSTRIES } from "@/server/tenancy/platform/schema/companies";
import type { TenantDetails } from "@/server/tenancy/platform/schema/tenants";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";
import { toast } from "../../ui/toast-store";
import { SlugField } from "./slug-field";

type Values = z.input<typeof createCompanyInput>;

/** A company of this tenant, its first branch, and an invitation to its owner. */
export function NewCompanyDialog({ tenant }: { tenant: TenantDetails }) {
  const text = useText("admin");
  const router = useRouter();
  const form = useForm<Values, unknown, z.output<typeof createCompanyInput>>({
    resolver: zodResolver(createCompanyInput),
    defaultValues: {
      ...{ tenantId: tenant.id, name: "", slug: "", branchName: "", ownerEmail: "" },
      ...{ industry: "hair_salon", country: "DE", locale: "de", timezone: "Europe/Berlin" },
    },
  });
  const create = useMutation(useTRPC().platform.companies.create.mutationOptions());
  return (
    <FormDialog
      title={text("companies.new.title")}
      description={text("companies.new.lead", { tenant: tenant.name })}
      form={form}
      mutation={create}
      submitLabel={text("companies.new.submit")}
      onDone={({ companyId }) => {
        toast({ title: text("companies.new.done", { email: form.getValues("ownerEmail") }) });
        router.push(`/admin/companies/${companyId}`);
      }}
    >
      <FormField<Values> name="name" label={text("columns.name")}>
        {(control) => <Input {...control} autoComplete="off" autoFocus />}
      </FormField>
      <SlugField form={form} />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<Values> name="industry" label={text("companies.industry")}>
          {(control) => (
            <NativeSelect {...control}>
              {INDUSTRIES.map((industry) => (
                <option key={industry} value={industry}>
                  {text(`companies.industries.${industry}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
        <FormField<Values> name="country" label={text("companies.country")}>
          {(control) => (
            <NativeSelect {...control}>
              {(["DE", "AT", "CH"] as const).map((country) => (
                <option key={country} value={country}>
                  {text(`companies.countries.${country}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
      </div>
      <FormField<Values> name="branchName" label={text("companies.new.branch")} hint={text("companies.new.branchHint")}>
        {(control) => <Input {...control} autoComplete="off" />}
      </FormField>
      <FormField<Values> name="ownerEmail" label={text("companies.new.owner")} hint={text("companies.new.ownerHint")}>
        {(control) => <Input {...control} type="email" autoComplete="off" />}
      </FormField>
    </FormDialog>
  );
}
