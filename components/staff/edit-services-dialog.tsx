"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { type SetStaffServicesInput, type StaffDetails, setStaffServicesInput } from "@/server/staff/schema";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { RefusalNote } from "../shared/refusal-note";
import { useText } from "../shared/use-text";
import { Skeleton } from "../ui/skeleton";
import { toast } from "../ui/toast-store";
import { ServiceTerms } from "./service-terms";

/** Every service of the business: whether they do it, for how long, for how much, how well. */
export function EditServicesDialog({ staff }: { staff: StaffDetails }) {
  const text = useText("staff");
  const trpc = useTRPC();
  const services = useQuery(trpc.catalog.listServices.queryOptions({}));
  const form = useForm<SetStaffServicesInput>({
    resolver: zodResolver(setStaffServicesInput) as never,
    defaultValues: {
      staffId: staff.id,
      version: staff.version,
      services: staff.services.map(({ serviceId, durationMinutes, priceCents, proficiency }) => ({
        ...{ serviceId, durationMinutes, priceCents, proficiency },
      })),
    },
  });
  const save = useMutation(trpc.staff.setServices.mutationOptions({ meta: { refresh: ["availability", "catalog"] } }));
  const kept = staff.services.map(({ serviceId, name }) => ({ id: serviceId, name }));
  const all = [...(services.data ?? []), ...kept.filter(({ id }) => !services.data?.some((one) => one.id === id))];
  const standards = new Map([
    ...(services.data ?? []).map(
      ({ id, durationMinutes, priceCents }) => [id, { durationMinutes, priceCents }] as const,
    ),
    ...staff.services.map(({ serviceId, standard }) => [serviceId, standard] as const),
  ]);
  return (
    <FormDialog
      title={text("services.editTitle", { name: staff.name })}
      description={text("services.lead")}
      size="lg"
      form={form}
      mutation={save}
      onDone={() => toast({ title: text("services.done") })}
    >
      {services.error && <RefusalNote error={services.error} />}
      {services.isPending ? (
        <Skeleton className="h-60 w-full" />
      ) : (
        <ul className="divide-y rounded-lg border">
          {all.map(({ id, name }) => (
            <ServiceTerms key={id} serviceId={id} name={name} standard={standards.get(id)} />
          ))}
        </ul>
      )}
    </FormDialog>
  );
}
