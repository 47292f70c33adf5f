"use client";

import { useCompany } from "../../providers/company-provider";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";

/** Where; nothing to choose where there is only one branch. */
export function BranchField({ onChange }: { onChange: () => void }) {
  const text = useText("appointments");
  const { branches } = useCompany();
  if (branches.length < 2) return null;
  return (
    <FormField name="branchId" label={text("fields.branch")}>
      {(control) => (
        <NativeSelect
          {...control}
          onChange={(event) => {
            control.onChange(event);
            onChange();
          }}
        >
          {branches.map((branch) => (
            <option key={branch.id} value={branch.id}>
              {branch.name}
            </option>
          ))}
        </NativeSelect>
      )}
    </FormField>
  );
}
