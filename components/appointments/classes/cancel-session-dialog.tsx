"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { cancelSessionInput, type SessionView } from "@/server/availability/classes/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";
import { TellingFields } from "./telling-fields";

type Values = z.input<typeof cancelSessionInput>;

/** Says for how many it is off, and asks why. */
export function CancelSessionDialog({ session }: { session: SessionView }) {
  const text = useText("classes");
  const form = useForm<Values>({
    resolver: zodResolver(cancelSessionInput),
    defaultValues: { classSessionId: session.id, version: session.version, reason: "", notifyCustomer: true },
  });
  const cancel = useMutation(
    useTRPC().classes.cancel.mutationOptions({ meta: { refresh: ["availability", "appointments"] } }),
  );
  return (
    <FormDialog
      title={text("cancel.title", { name: session.service.name })}
      description={text("cancel.lead", { count: session.placesTaken })}
      form={form}
      mutation={cancel}
      submitLabel={text("cancel.submit")}
      isDestructive
      onDone={({ participants }) => toast({ title: text("cancel.done", { participants }) })}
    >
      <TellingFields hint={text("cancel.notifyHint")} />
    </FormDialog>
  );
}
