"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { type DuplicateServiceInput, duplicateServiceInput } from "@/server/catalog/services/schema/service";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { toast } from "../../ui/toast-store";

/** One more of the same kind, under another name; it stays inactive until somebody says otherwise. */
export function DuplicateDialog({ service }: { service: ServiceDetails }) {
  const text = useText("catalog");
  const router = useRouter();
  const form = useForm<DuplicateServiceInput>({
    resolver: zodResolver(duplicateServiceInput),
    defaultValues: { serviceId: service.id, name: text("duplicate.copyOf", { name: service.name }).slice(0, 100) },
  });
  const duplicate = useMutation(useTRPC().services.duplicate.mutationOptions({ meta: { refresh: ["catalog"] } }));
  return (
    <FormDialog
      title={text("duplicate.title", { name: service.name })}
      description={text("duplicate.lead")}
      form={form}
      mutation={duplicate}
      submitLabel={text("duplicate.action")}
      onDone={({ serviceId }) => {
        toast({ title: text("duplicate.done") });
        router.push(`/services/${serviceId}`);
      }}
    >
      <FormField<DuplicateServiceInput> name="name" label={text("fields.name")}>
        {(control) => <Input {...control} autoComplete="off" autoFocus />}
      </FormField>
    </FormDialog>
  );
}
