"use client";

import { useController, useFormContext } from "react-hook-form";
import type { EditStaffInput } from "@/server/staff/schema";
import { useCompany } from "../providers/company-provider";
import { FormField } from "../shared/form-field";
import { useText } from "../shared/use-text";
import { Input } from "../ui/input";
import { NativeSelect } from "../ui/native-select";
import { CheckLine } from "./check-line";

/** Where somebody works, for how long at most, and whether customers can book them. */
export function WorkFields() {
  const text = useText("staff");
  const { field } = useController<EditStaffInput, "isBookable">({ name: "isBookable" });
  return (
    <>
      <CheckLine isChecked={field.value ?? true} onChange={field.onChange}>
        {text("fields.isBookable")}
        <span className="block text-muted-foreground text-sm">{text("hints.isBookable")}</span>
      </CheckLine>
      <BranchFields />
      <div className="grid gap-4 sm:grid-cols-2">
        <HoursField name="maxHoursPerDay" most={24} />
        <HoursField name="maxHoursPerWeek" most={168} />
      </div>
    </>
  );
}

function HoursField({ name, most }: { name: "maxHoursPerDay" | "maxHoursPerWeek"; most: number }) {
  const text = useText("staff");
  return (
    <FormField<EditStaffInput> name={name} label={text(`fields.${name}`)} hint={text("hints.limit")} isOptional>
      {({ onChange, ...control }) => (
        <Input
          {...control}
          type="number"
          inputMode="decimal"
          min={0.25}
          max={most}
          step={0.25}
          onChange={(event) => onChange(event.target.value === "" ? null : event.target.valueAsNumber)}
        />
      )}
    </FormField>
  );
}

function BranchFields() {
  const text = useText("staff");
  const { branches } = useCompany();
  const { setValue } = useFormContext<EditStaffInput>();
  const { field: home } = useController<EditStaffInput, "homeBranchId">({ name: "homeBranchId" });
  const { field } = useController<EditStaffInput, "branchIds">({ name: "branchIds" });
  const chosen = field.value ?? [];
  if (branches.length < 2) return null;
  const chooseHome = (branchId: string) => {
    home.onChange(branchId);
    setValue("branchIds", [...new Set([...chosen, branchId])], { shouldDirty: true });
  };
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1.5 font-medium text-sm">{text("fields.branches")}</legend>
      {branches.map(({ id, name }) => (
        <CheckLine
          key={id}
          isChecked={chosen.includes(id)}
          isDisabled={id === home.value}
          onChange={(isOn) => field.onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
        >
          {name}
        </CheckLine>
      ))}
      <FormField<EditStaffInput> name="homeBranchId" label={text("fields.homeBranch")}>
        {(control) => (
          <NativeSelect {...control} onChange={(event) => chooseHome(event.target.value)}>
            {branches.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
    </fieldset>
  );
}
