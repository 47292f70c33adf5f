"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { type SessionView, substituteTeacherInput } from "@/server/availability/classes/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";
import { toast } from "../../ui/toast-store";
import { DespiteClosures } from "./despite-closures";
import { TellingFields } from "./telling-fields";

type Values = z.input<typeof substituteTeacherInput>;

/** Somebody else who does this class in this branch teaches it. */
export function SubstituteDialog({ session }: { session: SessionView }) {
  const text = useText("classes");
  const trpc = useTRPC();
  const input = { branchId: session.branch.id, serviceId: session.service.id };
  const people = useQuery(trpc.staff.list.queryOptions(input));
  const others = people.data?.filter(({ id }) => id !== session.staff.id) ?? [];
  const form = useForm<Values>({
    resolver: zodResolver(substituteTeacherInput) as never,
    defaultValues: {
      ...{ classSessionId: session.id, version: session.version, staffId: "" },
      ...{ reason: "", notifyCustomer: false, isConfirmed: false },
    },
  });
  const substitute = useMutation(
    trpc.classes.substitute.mutationOptions({ meta: { refresh: ["availability", "appointments"] } }),
  );
  return (
    <FormDialog
      title={text("substitute.title", { name: session.staff.name })}
      description={text("substitute.lead")}
      form={form}
      mutation={substitute}
      submitLabel={text("substitute.submit")}
      onDone={() => toast({ title: text("substitute.done") })}
    >
      <FormField<Values>
        name="staffId"
        label={text("fields.staff")}
        hint={people.data && others.length === 0 ? text("new.nobody") : undefined}
      >
        {(control) => (
          <NativeSelect {...control}>
            <option value="">{text("new.choose")}</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
      <TellingFields hint={text("substitute.notifyHint")} />
      <DespiteClosures />
    </FormDialog>
  );
}
