"use client";

import { useQuery } from "@tanstack/react-query";
import { useController } from "react-hook-form";
import type { CreateStaffInput } from "@/server/staff/schema";
import { useTRPC } from "../providers/trpc-provider";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { CheckLine } from "./check-line";

/** What somebody does; lengths and prices of their own come on their page. */
export function ServiceChoice() {
  const text = useText("staff");
  const { field } = useController<CreateStaffInput, "serviceIds">({ name: "serviceIds" });
  const services = useQuery(useTRPC().catalog.listServices.queryOptions({})).data ?? [];
  const chosen = field.value ?? [];
  if (services.length === 0) return null;
  const isAll = chosen.length === services.length;
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="flex w-full items-center justify-between pb-1.5 font-medium text-sm">
        {text("fields.services")}
        <Button size="inline" variant="link" onClick={() => field.onChange(isAll ? [] : services.map(({ id }) => id))}>
          {text(isAll ? "services.none" : "services.all")}
        </Button>
      </legend>
      <div className="grid gap-1.5 sm:grid-cols-2">
        {services.map(({ id, name }) => (
          <CheckLine
            key={id}
            isChecked={chosen.includes(id)}
            onChange={(isOn) => field.onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
          >
            {name}
          </CheckLine>
        ))}
      </div>
    </fieldset>
  );
}
