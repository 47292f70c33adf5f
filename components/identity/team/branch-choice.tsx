"use client";

import { useController } from "react-hook-form";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import type { PlaceValues } from "./place-fields";

interface BranchChoiceProps {
  branches: { id: string; name: string }[];
  mayChooseEveryBranch: boolean;
}

/** Every branch, or some of them. With one branch only there is nothing to choose, except for whoever must name it. */
export function BranchChoice({ branches, mayChooseEveryBranch }: BranchChoiceProps) {
  const text = useText("team");
  const { field } = useController<PlaceValues, "branchIds">({ name: "branchIds" });
  const chosen = field.value;
  if (mayChooseEveryBranch && branches.length < 2) return null;
  const toggle = (id: string) =>
    field.onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1.5 font-medium text-sm">{text("place.branches")}</legend>
      {mayChooseEveryBranch && (
        <label htmlFor="branch-every" className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-(--control)">
          <Checkbox id="branch-every" checked={chosen.length === 0} onChange={() => field.onChange([])} />
          {text("place.everyBranch")}
        </label>
      )}
      {branches.map(({ id, name }) => (
        <label
          key={id}
          htmlFor={`branch-${id}`}
          className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-(--control)"
        >
          <Checkbox id={`branch-${id}`} checked={chosen.includes(id)} onChange={() => toggle(id)} />
          {name}
        </label>
      ))}
      {!mayChooseEveryBranch && chosen.length === 0 && (
        <p className="text-muted-foreground text-sm">{text("place.branchNeeded")}</p>
      )}
    </fieldset>
  );
}
