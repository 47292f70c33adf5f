"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { type Fallback, type SetFallbackInput, setFallbackInput } from "@/server/calls/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { toast } from "../../ui/toast-store";

export function FallbackDialog({ fallback: { branchId, name, numberText } }: { fallback: Fallback }) {
  const text = useText("simulator");
  const form = useForm<SetFallbackInput>({
    resolver: zodResolver(setFallbackInput),
    defaultValues: { branchId, number: numberText ?? "" },
  });
  const save = useMutation(useTRPC().calls.setFallback.mutationOptions());
  return (
    <FormDialog
      title={text("fallback.dialog", { name })}
      form={form}
      mutation={save}
      onDone={() => toast({ title: text("fallback.saved") })}
    >
      <FormField<SetFallbackInput>
        name="number"
        label={text("fallback.number")}
        hint={text("fallback.hint")}
        isOptional
      >
        {(control) => <Input {...control} type="tel" autoComplete="off" autoFocus />}
      </FormField>
    </FormDialog>
  );
}
