"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useFieldArray, useForm } from "react-hook-form";
import type { z } from "zod";
import { setNeedsInput } from "@/server/catalog/services/schema/offer";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { useTRPC } from "../../providers/trpc-provider";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast-store";
import { TabForm } from "../tab-form";
import { FurtherStaffLine } from "./further-staff-line";
import { ResourceNeedLine } from "./resource-need-line";

interface ServiceFormProps {
  service: ServiceDetails;
  isReadOnly: boolean;
}

/** Rooms, devices and further people that it takes during its whole time. */
export function NeedsForm({ service, isReadOnly }: ServiceFormProps) {
  const text = useText("catalog");
  const trpc = useTRPC();
  const { id: serviceId, version, staffRequirements } = service;
  const needs = service.resources.map(({ name: _, ...need }) => need);
  const form = useForm<z.input<typeof setNeedsInput>>({
    resolver: zodResolver(setNeedsInput),
    values: { serviceId, version, resources: needs, staffRequirements },
    resetOptions: { keepDirtyValues: true },
  });
  const mutation = useMutation(
    trpc.services.setNeeds.mutationOptions({ meta: { refresh: ["resources", "catalog", "availability"] } }),
  );
  const resources = useFieldArray({ control: form.control, name: "resources" });
  const people = useFieldArray({ control: form.control, name: "staffRequirements" });
  const known = useQuery(trpc.resources.list.queryOptions({ limit: 100 }));
  const groups = useQuery(trpc.resources.listGroups.queryOptions({}));
  const staff = useQuery(trpc.staffOffers.list.queryOptions({ serviceId }));
  const onDone = () => toast({ title: text("form.saved") });
  return (
    <TabForm title={text("tabs.needs")} isReadOnly={isReadOnly} {...{ form, mutation, onDone }}>
      <section className="flex flex-col gap-3">
        <h3 className="font-medium">{text("needs.resources")}</h3>
        {resources.fields.length === 0 && <p className="text-muted-foreground">{text("needs.noResources")}</p>}
        {resources.fields.map(({ id }, index) => (
          <ResourceNeedLine
            key={id}
            index={index}
            resources={known.data?.items ?? []}
            groups={groups.data ?? []}
            onRemove={() => resources.remove(index)}
            isReadOnly={isReadOnly}
          />
        ))}
        {!isReadOnly && (
          <Button
            className="self-start"
            onClick={() => resources.append({ resourceId: null, groupId: null, type: "room", quantity: 1 })}
          >
            <Plus />
            {text("needs.addResource")}
          </Button>
        )}
      </section>
      <section className="flex flex-col gap-3 border-t pt-4">
        <h3 className="font-medium">{text("needs.people")}</h3>
        <p className="max-w-prose text-muted-foreground">
          {text(people.fields.length === 0 ? "needs.noPeople" : "needs.peopleLead")}
        </p>
        {people.fields.map(({ id }, index) => (
          <FurtherStaffLine
            key={id}
            index={index}
            people={staff.data ?? []}
            onRemove={() => people.remove(index)}
            isReadOnly={isReadOnly}
          />
        ))}
        {!isReadOnly && (
          <Button className="self-start" onClick={() => people.append({ count: 1, staffIds: null, skill: null })}>
            <Plus />
            {text("needs.addPeople")}
          </Button>
        )}
      </section>
    </TabForm>
  );
}
