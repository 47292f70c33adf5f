"use client";

import type { CreateResourceInput } from "@/server/catalog/resources/schema";
import { useCompany } from "../../providers/company-provider";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";

/** Where it stands; nothing to choose for who has one branch. */
export function BranchField({ onChange }: { onChange: () => void }) {
  const text = useText("resources");
  const { branches } = useCompany();
  if (branches.length < 2) return null;
  return (
    <FormField<CreateResourceInput> name="branchId" label={text("columns.branch")}>
      {(control) => (
        <NativeSelect
          {...control}
          onChange={(event) => {
            control.onChange(event);
            onChange();
          }}
        >
          {branches.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
    </FormField>
  );
}
