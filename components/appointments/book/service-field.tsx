"use client";

import { useQuery } from "@tanstack/react-query";
import type { ServiceView } from "@/server/catalog/schema";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { FormField } from "../../shared/form-field";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";

interface ServiceFieldProps {
  branchId: string;
  onChange: () => void;
}

/** What this branch offers, at its own price and duration, by category. */
export function ServiceField({ branchId, onChange }: ServiceFieldProps) {
  const text = useText("appointments");
  const formatters = useFormatters();
  const { currency } = useCompany();
  const services = useQuery(useTRPC().catalog.listServices.queryOptions({ branchId }));
  const option = (service: ServiceView) => (
    <option key={service.id} value={service.id}>
      {[service.name, formatters.minutes(service.durationMinutes), formatters.money(service.priceCents, currency)].join(
        " · ",
      )}
    </option>
  );
  const offered = services.data ?? [];
  const categories = [...new Set(offered.map(({ category }) => category))];
  return (
    <FormField name="serviceId" label={text("fields.service")}>
      {(control) => (
        <NativeSelect
          {...control}
          onChange={(event) => {
            control.onChange(event);
            onChange();
          }}
        >
          <option value="" disabled>
            {text("fields.chooseService")}
          </option>
          {categories.map((category) => {
            const options = offered.filter((service) => service.category === category).map(option);
            return category ? (
              <optgroup key={category} label={category}>
                {options}
              </optgroup>
            ) : (
              options
            );
          })}
        </NativeSelect>
      )}
    </FormField>
  );
}
