"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { createTenantInput } from "@/server/tenancy/platform/schema/tenants";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";
import { SlugField } from "./slug-field";

type Values = z.input<typeof createTenantInput>;

export function NewTenantDialog() {
  const text = useText("admin");
  const router = useRouter();
  const form = useForm<Values, unknown, z.output<typeof createTenantInput>>({
    resolver: zodResolver(createTenantInput),
    defaultValues: { name: "", slug: "", status: "trial" },
  });
  const create = useMutation(useTRPC().platform.tenants.create.mutationOptions());
  return (
    <FormDialog
      title={text("tenants.new.title")}
      description={text("tenants.new.lead")}
      form={form}
      mutation={create}
      submitLabel={text("tenants.new.submit")}
      onDone={({ tenantId }) => router.push(`/admin/tenants/${tenantId}`)}
    >
      <FormField<Values> name="name" label={text("columns.name")}>
        {(control) => <Input {...control} autoComplete="off" autoFocus />}
      </FormField>
      <SlugField form={form} />
      <FormField<Values> name="status" label={text("columns.status")}>
        {(control) => (
          <NativeSelect {...control}>
            {(["trial", "active"] as const).map((status) => (
              <option key={status} value={status}>
                {text(`status.${status}`)}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
    </FormDialog>
  );
}
