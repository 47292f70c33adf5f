"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { useText } from "../../shared/use-text";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";

interface StaffSelectProps {
  branchId: string;
  serviceId: string;
  value: string | null;
  onChange: (staffId: string | null) => void;
  isDisabled?: boolean;
}

/** Whoever is free, or one of those who do this service in this branch. */
export function StaffSelect({ branchId, serviceId, value, onChange, isDisabled }: StaffSelectProps) {
  const text = useText("appointments");
  const id = useId();
  const input = { branchId, ...(serviceId ? { serviceId } : {}) };
  const staff = useQuery(useTRPC().staff.list.queryOptions(input));
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{text("fields.staff")}</Label>
      <NativeSelect
        id={id}
        value={value ?? ""}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{text("fields.anyone")}</option>
        {staff.data
          ?.filter((each) => each.isBookable)
          .map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
      </NativeSelect>
    </div>
  );
}
