"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { connectCalcomInput } from "@/server/calcom/connection/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { toast } from "../../ui/toast-store";

type Values = z.input<typeof connectCalcomInput>;

/** Takes a key; Cal.com is asked at once whose it is. */
export function ConnectDialog() {
  const text = useText("calcom-connection");
  const form = useForm<Values>({ resolver: zodResolver(connectCalcomInput), defaultValues: { apiKey: "" } });
  const refresh = ["calcomMapping", "integrations"];
  const connect = useMutation(useTRPC().calcomConnection.connect.mutationOptions({ meta: { refresh } }));
  return (
    <FormDialog
      title={text("connect.title")}
      description={text("connect.lead")}
      form={form}
      mutation={connect}
      submitLabel={text("connect.submit")}
      onDone={() => toast({ title: text("connect.done") })}
    >
      <FormField<Values> name="apiKey" label={text("connect.label")} hint={text("connect.hint")}>
        {(control) => <Input {...control} type="password" autoComplete="off" spellCheck={false} autoFocus />}
      </FormField>
    </FormDialog>
  );
}
