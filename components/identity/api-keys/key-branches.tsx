"use client";

import { useController } from "react-hook-form";
import { useCompany } from "../../providers/company-provider";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import type { KeyValues } from "./create-key-dialog";

/** Every branch, or some of them; with one branch there is nothing to choose. */
export function KeyBranches() {
  const text = useText("api-keys");
  const { branches } = useCompany();
  const { field } = useController<KeyValues, "branchIds">({ name: "branchIds" });
  const chosen = field.value ?? [];
  if (branches.length < 2) return null;
  const toggle = (id: string) =>
    field.onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1.5 font-medium">{text("create.branches")}</legend>
      <label htmlFor="key-branch-every" className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-(--control)">
        <Checkbox id="key-branch-every" checked={chosen.length === 0} onChange={() => field.onChange([])} />
        {text("everyBranch")}
      </label>
      {branches.map(({ id, name }) => (
        <label
          key={id}
          htmlFor={`key-branch-${id}`}
          className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-(--control)"
        >
          <Checkbox id={`key-branch-${id}`} checked={chosen.includes(id)} onChange={() => toggle(id)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
