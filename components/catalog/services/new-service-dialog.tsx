"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { createServiceInput } from "@/server/catalog/services/schema/service";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { toast } from "../../ui/toast-store";
import { MoneyField } from "../fields/money-field";
import { NumberField } from "../fields/number-field";
import { CategoryField } from "./category-field";

type Values = z.input<typeof createServiceInput>;

/** What every service has; everything else is said on its page, where this leads to. */
export function NewServiceDialog() {
  const text = useText("catalog");
  const router = useRouter();
  const form = useForm<Values>({
    resolver: zodResolver(createServiceInput) as never,
    defaultValues: { name: "", category: null, durationMinutes: 30, priceCents: null as never, capacity: 1 },
  });
  const create = useMutation(
    useTRPC().services.create.mutationOptions({ meta: { refresh: ["catalog", "availability"] } }),
  );
  return (
    <FormDialog
      title={text("new.title")}
      description={text("new.lead")}
      form={form}
      mutation={create}
      submitLabel={text("new.save")}
      onDone={({ serviceId }) => {
        toast({ title: text("new.done", { name: form.getValues("name") }) });
        router.push(`/services/${serviceId}`);
      }}
    >
      <FormField<Values> name="name" label={text("fields.name")}>
        {(control) => <Input {...control} autoComplete="off" autoFocus />}
      </FormField>
      <CategoryField />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField<Values>
          name="durationMinutes"
          label={text("fields.duration")}
          unit={text("units.minutes")}
          min={1}
          step={5}
        />
        <MoneyField<Values> name="priceCents" label={text("fields.price")} hint={text("hints.price")} />
      </div>
      <NumberField<Values> name="capacity" label={text("fields.capacity")} hint={text("hints.capacity")} min={1} />
    </FormDialog>
  );
}
