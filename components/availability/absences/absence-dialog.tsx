"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type Resolver, useForm } from "react-hook-form";
import { createExceptionInput, type ExceptionView } from "@/server/availability/exceptions/schema";
import { toLocal } from "@/server/core/time-zone";
import { useCompany } from "../../providers/company-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { Note } from "../../shared/note";
import { useText } from "../../shared/use-text";
import { Textarea } from "../../ui/textarea";
import { toast } from "../../ui/toast-store";
import { ConfirmStranded } from "../confirm-stranded";
import { AbsenceTimes } from "./absence-times";
import { type AbsenceValues, newValues, toInput, valuesOf } from "./absence-values";
import { KindField } from "./kind-field";
import { OwnerField } from "./owner-field";
import { usePeople } from "./use-people";
import { useSaveAbsence } from "./use-save-absence";

export type AbsenceMode = "create" | "request" | "edit";

const check = zodResolver(createExceptionInput);
/** The server's own schema, asked about what would be sent. */
const resolver: Resolver<AbsenceValues> = async (values, context, options) => {
  const { errors } = await check(toInput(values) as never, context, options as never);
  const missing = values.owner === "" ? { owner: { type: "required" as const, message: "required" } } : {};
  const all = { ...errors, ...missing };
  return Object.keys(all).length > 0 ? { values: {}, errors: all as never } : { values, errors: {} };
};

/** Time that somebody, a branch or a room is not there, or has other hours. */
export function AbsenceDialog({ mode, absence }: { mode: AbsenceMode; absence?: ExceptionView }) {
  const text = useText("absences");
  const { timezone } = useCompany();
  const people = usePeople();
  const self = mode === "request" && people.length === 1 ? `staff:${people[0]?.id}` : "";
  const today = toLocal(timezone, Date.now()).date;
  const form = useForm<AbsenceValues>({
    resolver,
    defaultValues: absence ? valuesOf(absence) : newValues(self, today),
  });
  const save = useSaveAbsence(mode, absence);
  const titles = { create: "form.new", request: "form.newRequest", edit: "form.edit" } as const;
  return (
    <FormDialog
      title={text(titles[mode])}
      form={form}
      mutation={save}
      submitLabel={text(mode === "request" ? "form.send" : "form.save")}
      onDone={() => toast({ title: text(mode === "request" ? "form.sent" : "form.saved") })}
    >
      <ConfirmStranded error={save.error} zone={absence?.timezone} />
      {mode === "request" && <Note>{text("form.requestLead")}</Note>}
      {mode !== "edit" && (self === "" || mode === "create") && <OwnerField onlyPeople={mode === "request"} />}
      <KindField />
      <AbsenceTimes />
      <FormField<AbsenceValues> name="reason" label={text("form.reason")} hint={text("form.reasonHint")} isOptional>
        {(control) => <Textarea {...control} rows={2} maxLength={300} />}
      </FormField>
    </FormDialog>
  );
}
