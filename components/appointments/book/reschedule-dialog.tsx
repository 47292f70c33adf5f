"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { type AppointmentDetails, rescheduleAppointmentInput } from "@/server/appointments/schema";
import { toLocal } from "@/server/core/time-zone";
import { PolicyPreview } from "../../policies/policy-preview";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Textarea } from "../../ui/textarea";
import { toast } from "../../ui/toast-store";
import { ChangedMeanwhile } from "../changed-meanwhile";
import { NoticeChoice } from "../notice/notice-choice";
import { PolicyQuestion } from "../policy-question";
import { SlotField } from "./slot-field";
import { StaffSelect } from "./staff-select";
import { TimeChoice } from "./time-choice";
import type { ChosenSlot } from "./use-slots";
import { withOverrideReason } from "./with-override-reason";

type Values = z.input<typeof rescheduleAppointmentInput>;

/** Moves it to another free slot, with the same person or another. */
export function RescheduleDialog({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const { timezone, branch, service, serviceName, staff, startsAt, customer } = appointment;
  const formatters = useFormatters(timezone);
  const [wantedStaffId, setWantedStaffId] = useState<string | null>(staff.id);
  const [slot, setSlot] = useState<ChosenSlot | null>(null);
  const form = useForm<Values>({
    resolver: zodResolver(withOverrideReason(rescheduleAppointmentInput)) as never,
    defaultValues: {
      appointmentId: appointment.id,
      version: appointment.version,
      newStartsAt: "",
      reason: "",
      notifyCustomer: true,
    },
  });
  const reschedule = useMutation(
    useTRPC().appointments.reschedule.mutationOptions({
      meta: { refresh: ["customers", "availability", "analytics", "fees"] },
    }),
  );
  const choose = (next: ChosenSlot | null) => {
    setSlot(next);
    reschedule.reset();
    form.setValue("newStartsAt", next?.startsAt ?? "", { shouldDirty: true });
    form.setValue("staffId", next?.staffId ?? null);
    form.clearErrors("newStartsAt");
  };
  return (
    <FormDialog
      title={text("reschedule.title")}
      description={text("reschedule.description", {
        customer: customer.name,
        service: serviceName,
        when: formatters.dateTime(startsAt),
        staff: staff.name,
      })}
      form={form}
      mutation={reschedule}
      submitLabel={
        slot ? text("reschedule.submitTo", { when: formatters.dateTime(slot.startsAt) }) : text("reschedule.action")
      }
      onDone={({ appointment: after }) =>
        toast({
          title: text("reschedule.done"),
          description: text("slots.with", { when: formatters.dateTime(after.startsAt), staff: after.staff.name }),
        })
      }
    >
      <StaffSelect
        branchId={branch.id}
        serviceId={service.id}
        value={wantedStaffId}
        onChange={(staffId) => {
          setWantedStaffId(staffId);
          choose(null);
        }}
      />
      <SlotField label={text("reschedule.to")} hasFault={Boolean(form.formState.errors.newStartsAt)}>
        <TimeChoice
          subject={{
            branchId: branch.id,
            serviceId: service.id,
            staffId: wantedStaffId,
            timezone,
            movingAppointmentId: appointment.id,
            followedBy: appointment.followedBy,
            sameStaff: appointment.sameStaff,
            maxWaitMinutes: appointment.maxWaitMinutes ?? undefined,
            partySize: appointment.partySize ?? undefined,
          }}
          value={slot}
          onChange={choose}
          firstDay={toLocal(timezone, startsAt.getTime()).date}
          refusal={reschedule.error}
        />
      </SlotField>
      <ChangedMeanwhile appointment={appointment} error={reschedule.error} />
      <PolicyPreview appointment={appointment} step="reschedule" />
      <PolicyQuestion
        appointmentId={appointment.id}
        step="reschedule"
        error={reschedule.error}
        label={text("reschedule.anyway")}
      />
      <FormField name="reason" label={text("reschedule.reason")} isOptional>
        {(control) => <Textarea rows={2} {...control} />}
      </FormField>
      <NoticeChoice
        subject={
          slot && {
            ...{ what: "rescheduled", appointmentId: appointment.id },
            ...{ startsAt: slot.startsAt, staffId: slot.staffId },
          }
        }
      />
    </FormDialog>
  );
}
