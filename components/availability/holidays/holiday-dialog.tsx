"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { createHolidayInput } from "@/server/availability/holidays/schema";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { DateInput } from "../../ui/date-input";
import { Input } from "../../ui/input";
import { NativeSelect } from "../../ui/native-select";
import { toast } from "../../ui/toast-store";
import { ConfirmStranded } from "../confirm-stranded";

type Values = z.input<typeof createHolidayInput>;

/** A day on which nobody works although no law says so. */
export function HolidayDialog() {
  const text = useText("holidays");
  const { branches, isEverywhere } = useCompany();
  const form = useForm<Values>({
    resolver: zodResolver(createHolidayInput) as never,
    defaultValues: {
      date: "",
      name: "",
      branchId: isEverywhere ? null : (branches[0]?.id ?? null),
      isConfirmed: false,
    },
  });
  const create = useMutation(useTRPC().holidays.create.mutationOptions({ meta: { refresh: ["availability"] } }));
  return (
    <FormDialog
      title={text("add.title")}
      description={text("add.lead")}
      form={form}
      mutation={create}
      onDone={() => toast({ title: text("add.done") })}
    >
      <ConfirmStranded error={create.error} />
      <FormField<Values> name="date" label={text("add.date")}>
        {(control) => <DateInput {...control} autoFocus />}
      </FormField>
      <FormField<Values> name="name" label={text("add.name")}>
        {(control) => <Input {...control} autoComplete="off" maxLength={100} />}
      </FormField>
      {branches.length > 1 && (
        <FormField<Values> name="branchId" label={text("add.branch")}>
          {(control) => (
            <NativeSelect {...control} onChange={(event) => control.onChange(event.target.value || null)}>
              {isEverywhere && <option value="">{text("add.everywhere")}</option>}
              {branches.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
      )}
    </FormDialog>
  );
}
