"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { type AppointmentDetails, restoreAppointmentInput } from "@/server/appointments/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { ChangedMeanwhile } from "../changed-meanwhile";
import { useRestore } from "./use-restore";

type Values = z.input<typeof restoreAppointmentInput>;

/** Says where it goes back to, what was sent already, and asks whether the customer is told that it stands again. */
export function UndoDialog({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const formatters = useFormatters(appointment.timezone);
  const id = useId();
  const { id: appointmentId, status, undo, version } = appointment;
  const defaultValues = { appointmentId, version, notifyCustomer: false };
  const form = useForm<Values>({ resolver: zodResolver(restoreAppointmentInput) as never, defaultValues });
  const restore = useRestore();
  const sent = useSentSince(appointment);
  const isBack = status === "cancelled" || status === "no_show";
  return (
    <FormDialog
      title={text("undo.title")}
      description={text("undo.description", {
        from: text(`status.${status}`),
        to: text(`status.${undo?.to ?? status}`),
        until: undo ? formatters.time(undo.until) : "",
      })}
      form={form}
      mutation={restore}
      submitLabel={text("undo.submit")}
    >
      <ChangedMeanwhile appointment={appointment} error={restore.error} />
      <p>{isBack ? text("undo.timeChecked") : text("undo.timeKept")}</p>
      {sent.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {sent.map((message) => (
            <li key={message.id}>
              {text("undo.alreadySent", {
                message: text(`messages.events.${message.event}`),
                recipient: message.recipient,
                when: formatters.dateTime(message.sentAt ?? message.createdAt),
              })}
            </li>
          ))}
        </ul>
      )}
      {isBack && (
        <label htmlFor={id} className="flex items-start gap-2.5">
          <Checkbox id={id} className="mt-0.5" {...form.register("notifyCustomer")} />
          {text("undo.notify")}
        </label>
      )}
    </FormDialog>
  );
}

const OF_STEPS = ["appointment_cancelled", "appointment_confirmed"];

/** What the customer has heard of the step that is taken back. */
function useSentSince({ id: appointmentId, modifications }: AppointmentDetails) {
  const messages = useQuery(useTRPC().notifications.list.queryOptions({ appointmentId }));
  const since = modifications[0]?.occurredAt;
  const isOfStep = ({ event, sentAt }: { event: string; sentAt: Date | null }) =>
    OF_STEPS.includes(event) && sentAt !== null && since !== undefined && sentAt >= since;
  return messages.data?.items.filter(isOfStep) ?? [];
}
