"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { type AppointmentDetails, cancelAppointmentInput } from "@/server/appointments/schema";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { FormField } from "../shared/form-field";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Checkbox } from "../ui/checkbox";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast-store";
import { ChangedMeanwhile } from "./changed-meanwhile";
import { PolicyQuestion } from "./policy-question";
import { useUndoOffer } from "./undo/use-restore";

type Values = z.input<typeof cancelAppointmentInput>;

/** Says what will happen, asks why and whether the customer is told. */
export function CancelDialog({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const formatters = useFormatters(appointment.timezone);
  const id = useId();
  const form = useForm<Values>({
    resolver: zodResolver(cancelAppointmentInput) as never,
    defaultValues: { appointmentId: appointment.id, version: appointment.version, reason: "", notifyCustomer: true },
  });
  const cancel = useMutation(
    useTRPC().appointments.cancel.mutationOptions({ meta: { refresh: ["customers", "availability", "analytics"] } }),
  );
  const offerUndo = useUndoOffer();
  const { customer, service, staff, startsAt, currency } = appointment;
  return (
    <FormDialog
      title={text("cancel.title")}
      description={text("cancel.description", {
        customer: customer.name,
        service: service.name,
        when: formatters.dateTime(startsAt),
        staff: staff.name,
      })}
      form={form}
      mutation={cancel}
      submitLabel={text("cancel.submit")}
      onDone={({ policy }) =>
        toast({
          title: text("cancel.done"),
          ...offerUndo(appointment.id),
          description:
            policy.feeCents > 0 ? text("cancel.fee", { fee: formatters.money(policy.feeCents, currency) }) : "",
        })
      }
    >
      <ChangedMeanwhile appointment={appointment} error={cancel.error} />
      <PolicyQuestion error={cancel.error} label={text("cancel.anyway")} currency={currency} />
      <FormField name="reason" label={text("cancel.reason")} isOptional>
        {(control) => <Textarea rows={2} {...control} />}
      </FormField>
      <label htmlFor={id} className="flex items-start gap-2.5">
        <Checkbox id={id} className="mt-0.5" {...form.register("notifyCustomer")} />
        <span>
          {text("cancel.notify")}
          <span className="block text-muted-foreground text-sm">{text("cancel.notifyHint")}</span>
        </span>
      </label>
    </FormDialog>
  );
}
