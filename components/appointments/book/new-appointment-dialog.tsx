"use client";

import { toLocal } from "@/server/core/time-zone";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { Note } from "../../shared/note";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Textarea } from "../../ui/textarea";
import { toast } from "../../ui/toast-store";
import { NoticeChoice } from "../notice/notice-choice";
import { BookingRules } from "../override/booking-rules";
import { BookingSummary } from "./booking-summary";
import { BranchField } from "./branch-field";
import { CustomerPicker } from "./customer-picker";
import { DiscountOffer } from "./discount-offer";
import { ServiceField } from "./service-field";
import { SlotField } from "./slot-field";
import { SlotOrigins } from "./slot-origins";
import { StaffSelect } from "./staff-select";
import { TimeChoice } from "./time-choice";
import { type BookingStart, type BookingValues, useBookingForm } from "./use-booking-form";
import { VisitFields } from "./visit-fields";

/** A booking by hand: who, what, with whom, and one of the times that are really free. */
export function NewAppointmentDialog(start: BookingStart) {
  const text = useText("appointments");
  const { wish } = start;
  const booking = useBookingForm(start);
  const { form, book, customer, slot, subject, together, seekFor } = booking;
  const { branchId, serviceId, staffId: wantedStaffId, timezone, partySize } = subject;
  const formatters = useFormatters(timezone);
  const faults = form.formState.errors;
  const wishedDay = wish && toLocal(timezone, Date.parse(wish.startsAt)).date;
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
      {wish && wishedDay && wish.closures.length > 0 && (
        <Note tone="warning">
          <SlotOrigins origins={wish.closures} timezone={timezone} day={wishedDay} />
        </Note>
      )}
      <div className="grid shrink-0 gap-x-6 gap-y-4 md:min-h-110 md:grid-cols-2 md:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <CustomerPicker value={customer} onChange={booking.chooseCustomer} hasFault={Boolean(faults.customerId)} />
          <BranchField onChange={booking.seekAnew} />
          <ServiceField branchId={branchId} onChange={booking.seekAnew} />
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
              <TimeChoice
                subject={subject}
                value={slot}
                onChange={booking.chooseSlot}
                firstDay={wishedDay}
                missed={booking.missed}
                refusal={book.error}
              />
            ) : (
              <p className="flex min-h-40 flex-1 items-center justify-center rounded-md bg-muted px-4 text-center text-muted-foreground">
                {text("slots.serviceFirst")}
              </p>
            )}
          </SlotField>
        </div>
        <FormField<BookingValues> name="notes" label={text("fields.notes")} isOptional>
          {(control) => <Textarea rows={2} {...control} />}
        </FormField>
      </div>
      <BookingRules
        booking={slot && customer && { customerId: customer.id, branchId, serviceId, staffId: slot.staffId }}
        priceCents={slot?.priceCents ?? null}
      />
      {slot && <DiscountOffer priceCents={slot.priceCents ?? null} />}
      {slot && customer && (
        <NoticeChoice
          subject={{
            ...{ what: "booked", customerId: customer.id, branchId, serviceId },
            ...{ staffId: slot.staffId, startsAt: slot.startsAt, followedBy: together.followedBy },
          }}
        />
      )}
      <BookingSummary {...{ slot, branchId, serviceId, timezone }} followedBy={together.followedBy} />
    </FormDialog>
  );
}
