"use client";

import { useQuery } from "@tanstack/react-query";
import { useCan, useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";
import type { AbsenceValues } from "./absence-values";
import { usePeople } from "./use-people";

/** Whose time it is: somebody's, a branch's, a room's, or everybody's. */
export function OwnerField({ onlyPeople }: { onlyPeople: boolean }) {
  const text = useText("absences");
  const { branches, isEverywhere } = useCompany();
  const people = usePeople();
  const seesResources = useCan("view_resources") && !onlyPeople;
  const resources = useQuery(useTRPC().resources.list.queryOptions({ limit: 100 }, { enabled: seesResources }));
  return (
    <FormField<AbsenceValues> name="owner" label={text("owner.label")}>
      {(control) => (
        <NativeSelect {...control}>
          <option value="">{text("owner.choose")}</option>
          <optgroup label={text("owner.staff")}>
            {people.map(({ id, name }) => (
              <option key={id} value={`staff:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
          {!onlyPeople && (
            <optgroup label={text("owner.branches")}>
              {isEverywhere && <option value="company">{text("owner.company")}</option>}
              {branches.map(({ id, name }) => (
                <option key={id} value={`branch:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          {(resources.data?.items.length ?? 0) > 0 && (
            <optgroup label={text("owner.resources")}>
              {resources.data?.items.map(({ id, name }) => (
                <option key={id} value={`resource:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </NativeSelect>
      )}
    </FormField>
  );
}
