"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { type ServiceStaffView, setServiceStaffInput } from "@/server/staff/offers/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { EmptyState } from "../../shared/empty-state";
import { ErrorState } from "../../shared/error-state";
import { useText } from "../../shared/use-text";
import { Skeleton } from "../../ui/skeleton";
import { toast } from "../../ui/toast-store";
import { TabForm } from "../tab-form";
import { PersonTerms } from "./person-terms";

interface ServiceFormProps {
  service: ServiceDetails;
  isReadOnly: boolean;
}

/** Who does it, how fast, for how much, and how well. */
export function PeopleForm({ service, isReadOnly }: ServiceFormProps) {
  const text = useText("catalog");
  const people = useQuery(useTRPC().staffOffers.list.queryOptions({ serviceId: service.id }));
  if (people.error) return <ErrorState error={people.error} onRetry={() => void people.refetch()} />;
  if (!people.data) return <Skeleton className="h-60 w-full" />;
  if (people.data.length === 0) return <EmptyState title={text("people.none")}>{text("people.noneHint")}</EmptyState>;
  return <Form service={service} people={people.data} isReadOnly={isReadOnly} />;
}

function Form({ service, people, isReadOnly }: ServiceFormProps & { people: ServiceStaffView[] }) {
  const text = useText("catalog");
  const { id: serviceId, version } = service;
  const chosen = people.flatMap(({ staffId, terms }) => (terms ? [{ staffId, ...terms }] : []));
  const form = useForm<z.input<typeof setServiceStaffInput>>({
    resolver: zodResolver(setServiceStaffInput),
    values: { serviceId, version, people: chosen },
    resetOptions: { keepDirtyValues: true },
  });
  const mutation = useMutation(
    useTRPC().staffOffers.set.mutationOptions({
      meta: { refresh: ["services", "staff", "availability", "calcomMapping"] },
    }),
  );
  const onDone = () => toast({ title: text("form.saved") });
  return (
    <TabForm title={text("people.title")} isReadOnly={isReadOnly} {...{ form, mutation, onDone }}>
      <p className="max-w-prose text-muted-foreground">{text("people.lead")}</p>
      <ul className="divide-y rounded-lg border">
        {people.map((person) => (
          <PersonTerms key={person.staffId} person={person} service={service} />
        ))}
      </ul>
    </TabForm>
  );
}
