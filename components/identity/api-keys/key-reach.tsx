"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useController, useFormContext } from "react-hook-form";
import { useTRPC } from "../../providers/trpc-provider";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import type { KeyValues } from "./create-key-dialog";

/** Whether the key is for the other businesses of the group, too; whoever looks after one only is not asked. */
export function KeyReach() {
  const text = useText("api-keys");
  const id = useId();
  const { data: companies = [] } = useQuery(useTRPC().apiKeys.listCompanies.queryOptions({}));
  const { setValue } = useFormContext<KeyValues>();
  const { field } = useController<KeyValues, "isGroupWide">({ name: "isGroupWide" });
  if (companies.length < 2) return null;
  const handleChange = (isChecked: boolean) => {
    field.onChange(isChecked);
    setValue("branchIds", []);
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-(--control)">
        <Checkbox
          id={id}
          checked={field.value ?? false}
          onChange={(event) => handleChange(event.target.checked)}
          aria-describedby={`${id}-note`}
        />
        {text("create.group")}
      </label>
      <p id={`${id}-note`} className="text-muted-foreground text-sm">
        {text("create.groupHint", { names: companies.map(({ name }) => name).join(", ") })}
      </p>
    </div>
  );
}
