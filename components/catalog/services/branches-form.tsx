"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useController, useForm } from "react-hook-form";
import type { z } from "zod";
import { setServiceBranchesInput } from "@/server/catalog/services/schema/offer";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { MoneyInput } from "../../shared/money-input";
import { useText } from "../../shared/use-text";
import { CheckLine } from "../../staff/check-line";
import { toast } from "../../ui/toast-store";
import { MinutesInput } from "../segments/minutes-input";
import { TabForm } from "../tab-form";

type Values = z.input<typeof setServiceBranchesInput>;
type Offer = Values["branches"][number];

interface ServiceFormProps {
  service: ServiceDetails;
  isReadOnly: boolean;
}

/** Which branches offer it, and where it costs or takes something else. */
export function BranchesForm({ service, isReadOnly }: ServiceFormProps) {
  const text = useText("catalog");
  const { id: serviceId, version } = service;
  const branches = service.branches.map(({ name: _, ...offer }) => offer);
  const form = useForm<Values>({
    resolver: zodResolver(setServiceBranchesInput),
    values: { serviceId, version, branches },
    resetOptions: { keepDirtyValues: true },
  });
  const mutation = useMutation(
    useTRPC().services.setBranches.mutationOptions({ meta: { refresh: ["catalog", "availability"] } }),
  );
  const onDone = () => toast({ title: text("form.saved") });
  return (
    <TabForm title={text("branches.title")} isReadOnly={isReadOnly} {...{ form, mutation, onDone }}>
      <p className="max-w-prose text-muted-foreground">{text("branches.lead")}</p>
      <ul className="divide-y rounded-lg border">
        {service.branches.map(({ branchId, name }, index) => (
          <BranchLine key={branchId} index={index} name={name} service={service} />
        ))}
      </ul>
    </TabForm>
  );
}

function BranchLine({ index, name, service }: { index: number; name: string; service: ServiceDetails }) {
  const text = useText("catalog");
  const { currency } = useCompany();
  const { field } = useController<Values, `branches.${number}`>({ name: `branches.${index}` });
  const offer: Offer = field.value;
  const change = (changes: Partial<Offer>) => field.onChange({ ...offer, ...changes });
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 px-3 py-2">
      <span className="min-w-48 flex-1">
        <CheckLine isChecked={offer.isActive} onChange={(isActive) => change({ isActive })}>
          {name}
        </CheckLine>
      </span>
      {offer.isActive && (
        <>
          <MoneyInput
            aria-label={text("branches.priceIn", { name })}
            standardCents={service.priceCents}
            value={offer.priceCents ?? null}
            onChange={(priceCents) => change({ priceCents })}
            currency={currency}
          />
          {!service.isComposite && (
            <MinutesInput
              label={text("branches.minutesIn", { name })}
              placeholder={service.durationMinutes}
              min={1}
              value={offer.durationMinutes ?? null}
              onChange={(durationMinutes) => change({ durationMinutes })}
            />
          )}
        </>
      )}
    </li>
  );
}
