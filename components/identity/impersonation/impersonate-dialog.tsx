"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { startImpersonationInput } from "@/server/identity/impersonation/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { Note } from "../../shared/note";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";
import { Textarea } from "../../ui/textarea";

type Values = z.input<typeof startImpersonationInput>;
const MINUTES = [15, 30, 60];

/** Before an operator looks into a company: why, for how long, and who will read of it. */
export function ImpersonateDialog({ companyId, companyName }: { companyId: string; companyName: string }) {
  const text = useText("admin");
  const form = useForm<Values>({
    resolver: zodResolver(startImpersonationInput),
    defaultValues: { companyId, reason: "", minutes: 30 },
  });
  const start = useMutation(useTRPC().platform.impersonation.start.mutationOptions());
  return (
    <FormDialog
      title={text("companies.impersonate.title", { name: companyName })}
      form={form}
      mutation={start}
      submitLabel={text("companies.impersonate.submit")}
      // Another person's pages begin: nothing of this one's may stay on screen.
      onDone={() => window.location.assign("/")}
    >
      <Note>{text("companies.impersonate.lead")}</Note>
      <FormField<Values> name="reason" label={text("reason.label")} hint={text("companies.impersonate.reasonHint")}>
        {(control) => <Textarea {...control} rows={3} autoFocus />}
      </FormField>
      <FormField<Values> name="minutes" label={text("companies.impersonate.minutes")}>
        {({ onChange, ...control }) => (
          <NativeSelect {...control} onChange={({ target }) => onChange(Number(target.value))}>
            {MINUTES.map((count) => (
              <option key={count} value={count}>
                {text("companies.impersonate.minuteCount", { count })}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
    </FormDialog>
  );
}
