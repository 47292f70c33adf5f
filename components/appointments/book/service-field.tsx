"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";
import { ServiceOptions } from "./service-options";

interface ServiceFieldProps {
  branchId: string;
  onChange: () => void;
}

/** What this branch offers, at its own price and duration, by category. */
export function ServiceField({ branchId, onChange }: ServiceFieldProps) {
  const text = useText("appointments");
  const services = useQuery(useTRPC().catalog.listServices.queryOptions({ branchId }));
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
          <ServiceOptions services={services.data ?? []} />
        </NativeSelect>
      )}
    </FormField>
  );
}
