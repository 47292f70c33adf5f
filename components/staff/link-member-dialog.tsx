"use client";

import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import type { editMemberInput, MemberView } from "@/server/identity/team/schema";
import type { StaffDetails } from "@/server/staff/schema";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { FormField } from "../shared/form-field";
import { useText } from "../shared/use-text";
import { NativeSelect } from "../ui/native-select";
import { toast } from "../ui/toast-store";
import { placeOf } from "./place-of";

type Values = z.input<typeof editMemberInput>;

interface LinkMemberDialogProps {
  staff: StaffDetails;
  members: MemberView[];
}

/** Somebody who works with the product already turns out to be this person. */
export function LinkMemberDialog({ staff, members }: LinkMemberDialogProps) {
  const text = useText("staff");
  const free = members.filter((member) => member.canEdit && !member.staff);
  const form = useForm<Values>({ defaultValues: { ...placeOf(free[0]), staffId: staff.id } });
  const link = useMutation(useTRPC().team.edit.mutationOptions({ meta: { refresh: ["staff"] } }));
  const choose = (membershipId: string) =>
    form.reset({ ...placeOf(free.find(({ id }) => id === membershipId)), staffId: staff.id }, { keepDirty: true });
  return (
    <FormDialog
      title={text("account.linkTitle", { name: staff.name })}
      description={text(free.length > 0 ? "account.hint" : "account.nobodyFree")}
      form={form}
      mutation={link}
      submitLabel={text("account.link")}
      onDone={() => toast({ title: text("account.linked") })}
    >
      {free.length > 0 && (
        <FormField<Values> name="membershipId" label={text("account.member")}>
          {(control) => (
            <NativeSelect {...control} onChange={(event) => choose(event.target.value)}>
              {free.map(({ id, name, email }) => (
                <option key={id} value={id}>
                  {name} · {email}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
      )}
    </FormDialog>
  );
}
