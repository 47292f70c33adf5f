"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { editSessionInput, type SessionView } from "@/server/availability/classes/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { toast } from "../../ui/toast-store";

type Values = z.input<typeof editSessionInput>;

export function EditSessionDialog({ session }: { session: SessionView }) {
  const text = useText("classes");
  const { id, version, capacity, note, placesTaken } = session;
  const form = useForm<Values>({
    resolver: zodResolver(editSessionInput),
    defaultValues: { classSessionId: id, version, capacity, note: note ?? "" },
  });
  const edit = useMutation(useTRPC().classes.edit.mutationOptions({ meta: { refresh: ["availability"] } }));
  return (
    <FormDialog
      title={text("edit.title")}
      form={form}
      mutation={edit}
      onDone={() => toast({ title: text("edit.done") })}
    >
      <FormField<Values> name="capacity" label={text("fields.capacity")} hint={text("edit.taken", { placesTaken })}>
        {({ onChange, ...control }) => (
          <Input
            {...control}
            type="number"
            inputMode="numeric"
            min={Math.max(1, placesTaken)}
            onChange={(event) => onChange(event.target.valueAsNumber)}
          />
        )}
      </FormField>
      <FormField<Values> name="note" label={text("fields.note")} isOptional>
        {(control) => <Input {...control} maxLength={500} />}
      </FormField>
    </FormDialog>
  );
}
