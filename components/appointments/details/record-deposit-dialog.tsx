"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import type { DepositView, recordDepositInput } from "@/server/appointments/deposits/schema";
import type { AppointmentDetails } from "@/server/appointments/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { MoneyInput } from "../../shared/money-input";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Textarea } from "../../ui/textarea";
import { toast } from "../../ui/toast-store";
import { ChangedMeanwhile } from "../changed-meanwhile";
import { depositForm } from "./deposit-form";
import { type DepositStep, usualCents } from "./deposit-steps";

type Values = z.input<typeof recordDepositInput>;

interface RecordDepositDialogProps {
  appointment: AppointmentDetails;
  deposit: DepositView;
  step: DepositStep;
}

/** Writes down money that changed hands: what came in, or what went back; against the rule only with a reason. */
export function RecordDepositDialog({ appointment, deposit, step }: RecordDepositDialogProps) {
  const text = useText("appointments");
  const { customer, currency, id } = appointment;
  const formatters = useFormatters();
  const usual = usualCents(deposit, step);
  const isAnyway = step === "return_anyway";
  const [opened] = useState(appointment);
  const form = useForm<Values>({
    resolver: zodResolver(depositForm(step)) as never,
    defaultValues: {
      appointmentId: id,
      version: opened.version,
      action: step === "receive" ? "received" : "returned",
      amountCents: usual,
      overridesPolicy: isAnyway || undefined,
      reason: "",
    },
  });
  // What is due, or left, may have changed while this was open.
  useEffect(() => form.setValue("amountCents", usual), [form, usual]);
  const trpc = useTRPC();
  const client = useQueryClient();
  const record = useMutation(
    trpc.appointments.recordDeposit.mutationOptions({
      onError: () => client.invalidateQueries(trpc.appointments.get.queryFilter({ appointmentId: id })),
      meta: { refresh: ["customers", "fees"] },
    }),
  );
  const amount = formatters.money(usual, currency);
  return (
    <FormDialog
      title={text(`deposit.steps.${step}.title`)}
      description={text(`deposit.steps.${step}.description`, { customer: customer.name, amount })}
      form={form}
      mutation={record}
      submitLabel={text(`deposit.steps.${step}.action`)}
      size="sm"
      onDone={() => toast({ title: text(`deposit.steps.${step}.done`) })}
    >
      <FormField<Values> name="amountCents" label={text("deposit.amount")}>
        {({ value, ...control }) => (
          <MoneyInput
            {...control}
            value={(value as unknown) === "" ? null : (value as unknown as number)}
            currency={currency}
          />
        )}
      </FormField>
      <FormField<Values> name="reason" label={text("deposit.reason")} isOptional={!isAnyway}>
        {(control) => <Textarea rows={2} {...control} />}
      </FormField>
      <ChangedMeanwhile appointment={opened} error={record.error} />
    </FormDialog>
  );
}
