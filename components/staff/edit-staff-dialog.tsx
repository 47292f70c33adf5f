"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { editStaffInput, type StaffDetails } from "@/server/staff/schema";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { FormField } from "../shared/form-field";
import { useText } from "../shared/use-text";
import { Input } from "../ui/input";
import { toast } from "../ui/toast-store";
import { OwnProfileFields } from "./own-profile-fields";
import { TagsInput } from "./tags-input";
import { WorkFields } from "./work-fields";

type Values = z.input<typeof editStaffInput>;

/** Everything about somebody but what they do. */
export function EditStaffDialog({ staff }: { staff: StaffDetails }) {
  const text = useText("staff");
  const form = useForm<Values>({
    resolver: zodResolver(editStaffInput) as never,
    defaultValues: {
      staffId: staff.id,
      version: staff.version,
      name: staff.name,
      email: staff.email,
      phone: staff.phone,
      colour: staff.colour,
      languages: staff.languages,
      skills: staff.skills,
      bio: staff.bio,
      isBookable: staff.isBookable,
      homeBranchId: staff.homeBranch.id,
      branchIds: staff.branches.map(({ id }) => id),
      maxHoursPerDay: staff.maxHoursPerDay,
      maxHoursPerWeek: staff.maxHoursPerWeek,
    },
  });
  const edit = useMutation(
    useTRPC().staff.edit.mutationOptions({ meta: { refresh: ["availability", "appointments", "team"] } }),
  );
  return (
    <FormDialog
      title={text("edit.title", { name: staff.name })}
      size="lg"
      form={form}
      mutation={edit}
      onDone={() => toast({ title: text("edit.done") })}
    >
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        <div className="flex flex-col gap-4">
          <FormField<Values> name="name" label={text("fields.name")}>
            {(control) => <Input {...control} autoComplete="off" autoFocus />}
          </FormField>
          <OwnProfileFields />
        </div>
        <div className="flex flex-col gap-4">
          <FormField<Values> name="skills" label={text("fields.skills")} hint={text("hints.skills")} isOptional>
            {(control) => <TagsInput {...control} value={form.watch("skills") ?? []} />}
          </FormField>
          <WorkFields />
        </div>
      </div>
    </FormDialog>
  );
}
