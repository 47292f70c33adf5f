"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { decideFeeInput, type FeeView } from "@/server/appointments/fees/schema";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { FormField } from "../shared/form-field";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast-store";
import type { FeeAction } from "./fee-actions";

type Values = z.input<typeof decideFeeInput>;

/** Releases, waives or settles a fee, with a note for whoever asks later. */
export function DecideFeeDialog({ fee, action }: { fee: FeeView; action: FeeAction }) {
  const text = useText("fees");
  const formatters = useFormatters();
  const { fees } = useTRPC();
  const form = useForm<Values>({
    resolver: zodResolver(decideFeeInput),
    defaultValues: { feeId: fee.id, version: fee.version, reason: "" },
  });
  const options = { meta: { refresh: ["customers", "appointments"] } };
  const mutations = {
    release: useMutation(fees.release.mutationOptions(options)),
    waive: useMutation(fees.waive.mutationOptions(options)),
    settle: useMutation(fees.settle.mutationOptions(options)),
  };
  const about = { name: fee.customer.name, amount: formatters.money(fee.openCents, fee.currency) };
  return (
    <FormDialog
      title={text(`dialog.${action}.title`)}
      description={text(`dialog.${action}.description`, about)}
      form={form}
      mutation={mutations[action]}
      submitLabel={text(`actions.${action}`)}
      size="sm"
      onDone={() => toast({ title: text(`dialog.${action}.done`) })}
    >
      <FormField<Values> name="reason" label={text("dialog.reason")} isOptional>
        {(control) => <Textarea rows={2} {...control} />}
      </FormField>
    </FormDialog>
  );
}
