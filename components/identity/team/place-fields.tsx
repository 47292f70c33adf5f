"use client";

import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import { useTRPC } from "../../providers/trpc-provider";
import { FormField } from "../../shared/form-field";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";
import { Skeleton } from "../../ui/skeleton";
import { useRoleName } from "../use-role-name";
import { BranchChoice } from "./branch-choice";

export interface PlaceValues {
  roleId: string;
  branchIds: string[];
  staffId: string | null;
}

/** What somebody may do, where, and who of the staff they are; only what this person may give is there to choose. */
export function PlaceFields({ isFixed = false }: { isFixed?: boolean }) {
  const text = useText("team");
  const roleName = useRoleName();
  const trpc = useTRPC();
  const choices = useQuery(trpc.team.listChoices.queryOptions());
  const roleId = useWatch<PlaceValues, "roleId">({ name: "roleId" });
  const staffId = useWatch<PlaceValues, "staffId">({ name: "staffId" });
  if (choices.error) return <RefusalNote error={choices.error} />;
  if (!choices.data) return <Skeleton className="h-40 w-full" />;
  const { roles, branches, staff, mayChooseEveryBranch } = choices.data;
  const isBlind = roles.some(({ id, isOwnOnly }) => id === roleId && isOwnOnly) && !staffId;
  return (
    <>
      {!isFixed && (
        <FormField<PlaceValues> name="roleId" label={text("place.role")}>
          {(control) => (
            <NativeSelect {...control}>
              <option value="">{text("place.chooseRole")}</option>
              {roles.map((role) => (
                <option key={role.id} value={role.id}>
                  {roleName(role)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
      )}
      {!isFixed && <BranchChoice branches={branches} mayChooseEveryBranch={mayChooseEveryBranch} />}
      <FormField<PlaceValues>
        name="staffId"
        label={text("place.staff")}
        hint={isBlind ? text("place.staffNeeded") : text("place.staffHint")}
        isOptional
      >
        {(control) => (
          <NativeSelect {...control} onChange={(event) => control.onChange(event.target.value || null)}>
            <option value="">{text("place.noStaff")}</option>
            {staff.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
    </>
  );
}
