"use client";

import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { defaultAllowance, LIMITED, type Limited, limitName, type TenantLimits } from "@/server/core/allowance";
import type { TenantDetails } from "@/server/tenancy/platform/schema/tenants";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { limitText, readLimit } from "./limit-text";

type Values = Record<Limited, string>;

/** A number, nothing for the default, or a dash for no limit at all. */
export function LimitsDialog({ tenant }: { tenant: TenantDetails }) {
  const text = useText("admin");
  const usage = useText("usage");
  const format = useFormatters();
  const trpc = useTRPC();
  const defaultValues = Object.fromEntries(LIMITED.map((what) => [what, limitText(tenant.limits[limitName(what)])]));
  const form = useForm<Values>({ defaultValues: defaultValues as Values });
  const edit = useMutation(trpc.platform.tenants.edit.mutationOptions());
  const save = {
    ...edit,
    mutate: (values: Values, options?: Parameters<typeof edit.mutate>[1]) =>
      edit.mutate({ tenantId: tenant.id, limits: toLimits(values) }, options),
  };
  const defaultText = (what: Limited) => {
    const most = defaultAllowance(tenant.status, what);
    return most === null ? text("usage.unlimited") : format.number(most);
  };
  return (
    // biome-ignore lint/suspicious/noExplicitAny: the form's words become numbers on their way
    <FormDialog title={text("usage.editTitle")} description={text("usage.editLead")} form={form} mutation={save as any}>
      <div className="grid gap-4 sm:grid-cols-2">
        {LIMITED.map((what) => (
          <FormField<Values> key={what} name={what} label={usage(`what.${what}`)}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                placeholder={text("usage.default", { limit: defaultText(what) })}
              />
            )}
          </FormField>
        ))}
      </div>
    </FormDialog>
  );
}

const toLimits = (values: Values): TenantLimits =>
  Object.fromEntries(LIMITED.map((what) => [limitName(what), readLimit(values[what])]));
