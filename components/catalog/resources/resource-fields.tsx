"use client";

import { useQuery } from "@tanstack/react-query";
import type { CreateResourceInput } from "@/server/catalog/resources/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";
import { NumberField } from "../fields/number-field";
import { RESOURCE_TYPES } from "../resource-types";

/** What a new one and an old one have in common; its groups are those of its branch. */
export function ResourceFields({ branchId }: { branchId: string }) {
  const text = useText("resources");
  const groups = useQuery(useTRPC().resources.listGroups.queryOptions({}));
  const offered = (groups.data ?? []).filter(({ branch }) => branch.id === branchId);
  return (
    <>
      <FormField<CreateResourceInput> name="name" label={text("columns.name")}>
        {(control) => <Input {...control} autoComplete="off" autoFocus />}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<CreateResourceInput> name="type" label={text("columns.type")}>
          {(control) => (
            <NativeSelect {...control}>
              {RESOURCE_TYPES.map((type) => (
                <option key={type} value={type}>
                  {text(`type.${type}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
        <NumberField<CreateResourceInput>
          name="capacity"
          label={text("columns.capacity")}
          hint={text("hints.capacity")}
          min={1}
        />
      </div>
      {offered.length > 0 && (
        <FormField<CreateResourceInput> name="resourceGroupId" label={text("columns.group")} isOptional>
          {(control) => (
            <NativeSelect {...control} onChange={({ target }) => control.onChange(target.value || null)}>
              <option value="">{text("noGroup")}</option>
              {offered.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
      )}
    </>
  );
}
