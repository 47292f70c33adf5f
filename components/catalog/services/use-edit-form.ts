"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { type EditServiceInput, editServiceInput } from "@/server/catalog/services/schema/service";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { useTRPC } from "../../providers/trpc-provider";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";

/** Some fields of a service; what others change meanwhile arrives in those that nobody is typing into. */
export function useEditForm(
  { id: serviceId, version }: ServiceDetails,
  fields: Omit<EditServiceInput, "serviceId" | "version">,
) {
  const text = useText("catalog");
  const form = useForm<EditServiceInput>({
    resolver: zodResolver(editServiceInput) as never,
    values: { ...fields, serviceId, version },
    resetOptions: { keepDirtyValues: true },
  });
  const mutation = useMutation(
    useTRPC().services.edit.mutationOptions({ meta: { refresh: ["catalog", "availability"] } }),
  );
  return { form, mutation, onDone: () => toast({ title: text("form.saved") }) };
}
