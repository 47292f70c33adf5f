"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { type AppointmentDetails, cancelAppointmentInput } from "@/server/appointments/schema";
import { PolicyPreview } from "../policies/policy-preview";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { FormField } from "../shared/form-field";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast-store";
import { withOverrideReason } from "./book/with-override-reason";
import { ChangedMeanwhile } from "./changed-meanwhile";
import { NoticeChoice } from "./notice/notice-choice";
import { PolicyQuestion } from "./policy-question";
import { useUndoOffer } from "./undo/use-restore";

type Values = z.input<typeof cancelAppointmentInput>;

/** Says what will happen, asks why and whether the customer is told. */
export function CancelDialog({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const formatters = useFormatters(appointment.timezone);
  const form = useForm<Values>({
    resolver: zodResolver(withOverrideReason(cancelAppointmentInput)) as never,
    defaultValues: { appointmentId: appointment.id, version: appointment.version, reason: "", notifyCustomer: true },
  });
  const cancel = useMutation(
    useTRPC().appointments.cancel.mutationOptions({
      meta: { refresh: ["customers", "availability", "analytics", "fees"] },
    }),
  );
  const offerUndo = useUndoOffer();
  const { customer, serviceName, staff, startsAt, currency } = appointment;
  return (
    <FormDialog
      title={text("cancel.title")}
      description={text("cancel.description", {
        customer: customer.name,
        service: serviceName,
        when: formatters.dateTime(startsAt),
        staff: staff.name,
      })}
      form={form}
      mutation={cancel}
      submitLabel={text("cancel.submit")}
      isDestructive
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
      <PolicyPreview appointment={appointment} step="cancel" />
      <PolicyQuestion appointmentId={appointment.id} step="cancel" error={cancel.error} label={text("cancel.anyway")} />
      <FormField name="reason" label={text("cancel.reason")} isOptional>
        {(control) => <Textarea rows={2} {...control} />}
      </FormField>
      <NoticeChoice subject={{ what: "cancelled", appointmentId: appointment.id }} />
    </FormDialog>
  );
}
