"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { bookAppointmentInput } from "@/server/appointments/schema";
import type { SessionView } from "@/server/availability/classes/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";
import { toast } from "../../ui/toast-store";
import { CustomerPicker, type PickedCustomer } from "../book/customer-picker";
import { withOverrideReason } from "../book/with-override-reason";
import { BookingRules } from "../override/booking-rules";

type Values = z.input<typeof bookAppointmentInput>;

const MOST_PLACES = 10;

/** A place, or one for each of several who come together; the database has the last word on how many are left. */
export function AddParticipantDialog({ session }: { session: SessionView }) {
  const text = useText("classes");
  const format = useFormatters(session.branch.timezone);
  const [customer, setCustomer] = useState<PickedCustomer | null>(null);
  const form = useForm<Values>({
    resolver: zodResolver(withOverrideReason(bookAppointmentInput)) as never,
    defaultValues: {
      customerId: "",
      branchId: session.branch.id,
      serviceId: session.service.id,
      startsAt: session.startsAt.toISOString(),
      classSessionId: session.id,
      partySize: 1,
    },
  });
  const book = useMutation(
    useTRPC().appointments.book.mutationOptions({ meta: { refresh: ["classes", "customers", "availability"] } }),
  );
  const choose = (next: PickedCustomer | null) => {
    setCustomer(next);
    form.setValue("customerId", next?.id ?? "", { shouldDirty: true });
    if (next) form.clearErrors("customerId");
  };
  const left = Math.min(MOST_PLACES, session.capacity - session.placesTaken);
  return (
    <FormDialog
      title={text("add.title")}
      description={`${session.service.name}, ${format.dateTime(session.startsAt)}`}
      form={form}
      mutation={book}
      submitLabel={text("add.submit")}
      onDone={({ appointment }) => toast({ title: text("add.done", { name: appointment.customer.name }) })}
    >
      <CustomerPicker value={customer} onChange={choose} hasFault={Boolean(form.formState.errors.customerId)} />
      <BookingRules
        booking={
          customer && {
            ...{ customerId: customer.id, branchId: session.branch.id },
            ...{ serviceId: session.service.id, staffId: session.staff.id },
          }
        }
        priceCents={null}
      />
      <FormField<Values> name="partySize" label={text("add.places")} hint={text("add.left", { left })}>
        {({ onChange, ...control }) => (
          <NativeSelect {...control} onChange={(event) => onChange(Number(event.target.value))}>
            {Array.from({ length: Math.max(1, left) }, (_, nr) => (
              <option key={String(nr)} value={nr + 1}>
                {nr + 1}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
    </FormDialog>
  );
}
