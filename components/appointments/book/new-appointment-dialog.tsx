"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { bookAppointmentInput } from "@/server/appointments/schema";
import type { FreeSlot } from "@/server/availability/schema";
import { toLocal } from "@/server/core/time-zone";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { useBranch } from "../../tenancy/use-branch";
import { NativeSelect } from "../../ui/native-select";
import { Textarea } from "../../ui/textarea";
import { toast } from "../../ui/toast-store";
import { NoticeChoice } from "../notice/notice-choice";
import { BookingSummary } from "./booking-summary";
import { CustomerPicker, type PickedCustomer } from "./customer-picker";
import { ALONE, type Together } from "./more-services";
import { ServiceField } from "./service-field";
import { DAYS_SHOWN } from "./slot-days";
import { SlotField } from "./slot-field";
import { SlotPicker } from "./slot-picker";
import { StaffSelect } from "./staff-select";
import { type ChosenSlot, slotsInput, toChosen } from "./use-slots";
import { VisitFields } from "./visit-fields";

type Values = z.input<typeof bookAppointmentInput>;

interface NewAppointmentDialogProps {
  customer?: PickedCustomer;
  /** Where somebody clicked in the calendar: taken as soon as it is free for the service that they choose. */
  wish?: { staffId: string; branchId?: string | undefined; startsAt: string };
}

/** A booking by hand: who, what, with whom, and one of the times that are really free. */
export function NewAppointmentDialog({ customer: known, wish }: NewAppointmentDialogProps) {
  const text = useText("appointments");
  const { branches, timezone: companyZone } = useCompany();
  const scopedBranch = useBranch();
  const trpc = useTRPC();
  const details = useQuery(trpc.tenancy.listBranches.queryOptions());
  const [customer, setCustomer] = useState<PickedCustomer | null>(known ?? null);
  const [wantedStaffId, setWantedStaffId] = useState<string | null>(wish?.staffId ?? null);
  const [together, setTogether] = useState(ALONE);
  const [partySize, setPartySize] = useState(1);
  const [slot, setSlot] = useState<ChosenSlot | null>(null);
  const form = useForm<Values>({
    resolver: zodResolver(bookAppointmentInput) as never,
    defaultValues: {
      customerId: known?.id ?? "",
      branchId: wish?.branchId ?? scopedBranch ?? branches[0]?.id ?? "",
      serviceId: "",
      staffId: null,
      startsAt: "",
      notes: "",
      notifyCustomer: true,
    },
  });
  const [branchId, serviceId] = form.watch(["branchId", "serviceId"]);
  const timezone = details.data?.find(({ id }) => id === branchId)?.timezone ?? companyZone;
  const formatters = useFormatters(timezone);
  const book = useMutation(
    trpc.appointments.book.mutationOptions({ meta: { refresh: ["customers", "availability", "analytics"] } }),
  );
  const faults = form.formState.errors;

  const chooseCustomer = (next: PickedCustomer | null) => {
    setCustomer(next);
    form.setValue("customerId", next?.id ?? "", { shouldDirty: true });
    if (next) form.clearErrors("customerId");
  };
  const chooseSlot = (next: ChosenSlot | null) => {
    setSlot(next);
    book.reset();
    form.setValue("startsAt", next?.startsAt ?? "", { shouldDirty: true });
    form.setValue("staffId", next?.staffId ?? null);
    form.setValue("classSessionId", next?.session?.id ?? null);
    if (next) form.clearErrors("startsAt");
  };
  const subject = { branchId, serviceId, staffId: wantedStaffId, timezone, ...together, partySize };
  const seekFor = (wanted: { staffId: string | null; together: Together; partySize: number }) => {
    setWantedStaffId(wanted.staffId);
    setTogether(wanted.together);
    setPartySize(wanted.partySize);
    form.setValue("followedBy", wanted.together.followedBy, { shouldDirty: true });
    form.setValue("sameStaff", wanted.together.sameStaff);
    form.setValue("partySize", wanted.partySize);
    chooseSlot(null);
  };
  const client = useQueryClient();
  const wishedDay = wish && toLocal(timezone, Date.parse(wish.startsAt)).date;
  const seekAnew = () => {
    seekFor({ staffId: wish?.staffId ?? null, together: ALONE, partySize: 1 });
    const [chosenBranch, chosenService] = form.getValues(["branchId", "serviceId"]);
    if (!wish || !wishedDay || !chosenService) return;
    const sought = {
      branchId: chosenBranch,
      serviceId: chosenService,
      staffId: wish.staffId,
      timezone,
      ...ALONE,
      partySize: 1,
    };
    const options = trpc.availability.findChainSlots.queryOptions(
      slotsInput(sought, { first: wishedDay, days: DAYS_SHOWN }),
    );
    const takeWished = ({ slots }: { slots: FreeSlot[] }) => {
      const isWished = (free: FreeSlot) => free.startsAt.getTime() === Date.parse(wish.startsAt);
      const found = form.getValues("serviceId") === chosenService && slots.find(isWished);
      if (found) chooseSlot(toChosen(found));
    };
    // The picker beside it asks the same, and shows what went wrong.
    void client.fetchQuery(options).then(takeWished, () => undefined);
  };
  return (
    <FormDialog
      title={text("new.title")}
      description={wish && text("new.wish", { when: formatters.dateTime(wish.startsAt) })}
      size="lg"
      form={form}
      mutation={book}
      submitLabel={slot ? text("new.submitAt", { when: formatters.dateTime(slot.startsAt) }) : text("new.submit")}
      onDone={({ appointment }) =>
        toast({
          title: text("new.done", { customer: appointment.customer.name }),
          description: text("slots.with", {
            when: formatters.dateTime(appointment.startsAt),
            staff: appointment.staff.name,
          }),
        })
      }
    >
      <div className="grid shrink-0 gap-x-6 gap-y-4 md:min-h-110 md:grid-cols-2 md:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <CustomerPicker value={customer} onChange={chooseCustomer} hasFault={Boolean(faults.customerId)} />
          {branches.length > 1 && (
            <FormField<Values> name="branchId" label={text("fields.branch")}>
              {({ onChange, ...control }) => (
                <NativeSelect
                  {...control}
                  onChange={(event) => {
                    onChange(event);
                    seekAnew();
                  }}
                >
                  {branches.map((branch) => (
                    <option key={branch.id} value={branch.id}>
                      {branch.name}
                    </option>
                  ))}
                </NativeSelect>
              )}
            </FormField>
          )}
          <ServiceField branchId={branchId} onChange={seekAnew} />
          {serviceId && (
            <VisitFields
              branchId={branchId}
              serviceId={serviceId}
              together={together}
              partySize={partySize}
              onChange={(next) => seekFor({ staffId: wantedStaffId, ...next })}
            />
          )}
          <StaffSelect
            branchId={branchId}
            serviceId={serviceId}
            value={wantedStaffId}
            isDisabled={!serviceId}
            onChange={(staffId) => seekFor({ staffId, together, partySize })}
          />
        </div>
        <div className="flex min-w-0 flex-col md:col-start-2 md:row-span-2 md:row-start-1">
          <SlotField label={text("fields.time")} hasFault={Boolean(faults.startsAt)}>
            {serviceId ? (
              <SlotPicker
                subject={subject}
                value={slot}
                onChange={chooseSlot}
                firstDay={wishedDay}
                refusal={book.error}
              />
            ) : (
              <p className="flex min-h-40 flex-1 items-center justify-center rounded-md bg-muted px-4 text-center text-muted-foreground">
                {text("slots.serviceFirst")}
              </p>
            )}
          </SlotField>
        </div>
        <FormField<Values> name="notes" label={text("fields.notes")} isOptional>
          {(control) => <Textarea rows={2} {...control} />}
        </FormField>
      </div>
      {slot && customer && (
        <NoticeChoice
          subject={{
            ...{ what: "booked", customerId: customer.id, branchId, serviceId },
            ...{ staffId: slot.staffId, startsAt: slot.startsAt },
          }}
        />
      )}
      <BookingSummary slot={slot} branchId={branchId} serviceId={serviceId} timezone={timezone} />
    </FormDialog>
  );
}
