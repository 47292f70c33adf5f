"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { editPolicyInput } from "@/server/policies/schema";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { useText } from "../shared/use-text";
import { toast } from "../ui/toast-store";
import { PolicyFieldRow } from "./policy-field-row";
import { type PolicyPlace, toSubject } from "./policy-place";

type Values = z.input<typeof editPolicyInput>;

/** What one place says about a policy: each field set here, or taken from further up, and then from where. */
export function EditPolicyDialog({ place }: { place: PolicyPlace }) {
  const text = useText("policies");
  const trpc = useTRPC();
  const { policyType, name, scope } = place;
  const asked = { policyType, ...toSubject(place) };
  const { data } = useSuspenseQuery(trpc.policies.explain.queryOptions(asked));
  const own = data.fields.filter(({ isSetHere }) => isSetHere).map(({ field, value }) => [field, value]);
  const form = useForm<Values>({
    resolver: zodResolver(editPolicyInput) as never,
    defaultValues: { ...asked, version: data.version, config: Object.fromEntries(own) },
  });
  const edit = useMutation(trpc.policies.edit.mutationOptions());
  return (
    <FormDialog
      title={text("dialog.title", { type: text(`types.${policyType}`), name })}
      description={text(scope === "company" ? "dialog.descriptionCompany" : "dialog.description")}
      form={form}
      mutation={edit}
      size="lg"
      onDone={() => toast({ title: text("dialog.saved") })}
    >
      {data.fields.map((field) => (
        <PolicyFieldRow key={field.field} explained={field} />
      ))}
    </FormDialog>
  );
}
