"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { editTenantInput, type TenantDetails } from "@/server/tenancy/platform/schema/tenants";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";
import { Textarea } from "../../ui/textarea";

type Values = z.input<typeof editTenantInput>;
const STATUSES = ["trial", "active", "past_due", "cancelled"] as const;

/** Its name, its short name, how it stands, and whether its owners hear of support that looks in. */
export function EditTenantDialog({ tenant }: { tenant: TenantDetails }) {
  const text = useText("admin");
  const { id: tenantId, name, slug, notifiesImpersonation } = tenant;
  const status = STATUSES.find((each) => each === tenant.status);
  const form = useForm<Values, unknown, z.output<typeof editTenantInput>>({
    resolver: zodResolver(editTenantInput),
    defaultValues: { tenantId, name, slug, notifiesImpersonation, ...(status && { status }) },
  });
  const isCancelling = form.watch("status") === "cancelled" && status !== "cancelled";
  const edit = useMutation(useTRPC().platform.tenants.edit.mutationOptions());
  return (
    <FormDialog title={text("tenants.edit.title")} form={form} mutation={edit}>
      <FormField<Values> name="name" label={text("columns.name")}>
        {(control) => <Input {...control} autoComplete="off" />}
      </FormField>
      <FormField<Values> name="slug" label={text("columns.slug")} hint={text("slugHint")}>
        {(control) => <Input {...control} autoComplete="off" spellCheck={false} />}
      </FormField>
      {status && (
        <FormField<Values> name="status" label={text("columns.status")}>
          {(control) => (
            <NativeSelect {...control}>
              {STATUSES.map((each) => (
                <option key={each} value={each}>
                  {text(`status.${each}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
      )}
      {isCancelling && (
        <FormField<Values> name="reason" label={text("reason.label")} hint={text("reason.hint")}>
          {({ value, ...control }) => <Textarea {...control} value={String(value ?? "")} rows={3} required />}
        </FormField>
      )}
      <FormField<Values>
        name="notifiesImpersonation"
        label={text("tenants.edit.notify")}
        hint={text("tenants.edit.notifyHint")}
      >
        {({ value, onChange, ...control }) => (
          <Checkbox {...control} checked={Boolean(value)} onChange={({ target }) => onChange(target.checked)} />
        )}
      </FormField>
    </FormDialog>
  );
}
