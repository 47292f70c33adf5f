"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { useText } from "../../shared/use-text";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";
import { ALONE, MoreServices, type Together } from "./more-services";

interface VisitFieldsProps {
  branchId: string;
  serviceId: string;
  together: Together;
  partySize: number;
  onChange: (visit: { together: Together; partySize: number }) => void;
}

/** What goes with the chosen service: further ones, or how many places of a class. */
export function VisitFields({ branchId, serviceId, together, partySize, onChange }: VisitFieldsProps) {
  const text = useText("appointments");
  const id = useId();
  const services = useQuery(useTRPC().catalog.listServices.queryOptions({ branchId }));
  const places = services.data?.find((service) => service.id === serviceId)?.capacity ?? 1;
  if (places < 2)
    return (
      <MoreServices branchId={branchId} value={together} onChange={(next) => onChange({ together: next, partySize })} />
    );
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{text("fields.places")}</Label>
      <NativeSelect
        id={id}
        value={partySize}
        onChange={({ target }) => onChange({ together: ALONE, partySize: Number(target.value) })}
      >
        {Array.from({ length: places }, (_, index) => index + 1).map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
