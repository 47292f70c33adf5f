"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { type AppointmentDetails, changeStatusInput } from "@/server/appointments/schema";
import { useUndoOffer } from "../appointments/undo/use-restore";
import { useTRPC } from "../providers/trpc-provider";
import { FormDialog } from "../shared/form-dialog";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { toast } from "../ui/toast-store";
import { PolicyPreview } from "./policy-preview";

type Values = z.input<typeof changeStatusInput>;

/** Nobody came: says what it costs, and lets whoever may let it go. */
export function NoShowDialog({ appointment }: { appointment: AppointmentDetails }) {
  const [text, steps] = [useText("fees"), useText("appointments")];
  const formatters = useFormatters(appointment.timezone);
  const offerUndo = useUndoOffer();
  const form = useForm<Values>({
    resolver: zodResolver(changeStatusInput),
    defaultValues: { appointmentId: appointment.id, version: appointment.version },
  });
  const mark = useMutation(
    useTRPC().appointments.markNoShow.mutationOptions({
      meta: { refresh: ["customers", "availability", "analytics", "fees"] },
    }),
  );
  const { customer, serviceName, startsAt } = appointment;
  return (
    <FormDialog
      title={text("noShow.title")}
      description={text("noShow.description", {
        customer: customer.name,
        service: serviceName,
        when: formatters.dateTime(startsAt),
      })}
      form={form}
      mutation={mark}
      size="sm"
      submitLabel={steps("steps.no_show.action")}
      isDestructive
      onDone={() => toast({ title: steps("steps.no_show.done"), ...offerUndo(appointment.id) })}
    >
      <PolicyPreview appointment={appointment} step="no_show" />
    </FormDialog>
  );
}
