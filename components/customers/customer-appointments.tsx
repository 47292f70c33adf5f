"use client";

import type { CustomerDetails } from "@/server/customers/schema";
import { NewAppointmentButton } from "../appointments/new-appointment-button";
import { ErrorState } from "../shared/error-state";
import { useText } from "../shared/use-text";
import { WidgetNote, WidgetRowsSkeleton } from "../shared/widget";
import { Card } from "../ui/card";
import { AppointmentLine } from "./timeline-line";
import { useCustomerHistory } from "./use-customer-history";

/** Every appointment of the customer, the latest first. */
export function CustomerAppointments({ customer }: { customer: CustomerDetails }) {
  const text = useText("customers");
  const { appointments } = useCustomerHistory(customer.id);
  const items = appointments.data?.items;
  return (
    <Card className="overflow-hidden">
      {items && items.length > 0 ? (
        <ul className="divide-y">
          {items.map((appointment) => (
            <AppointmentLine key={appointment.id} appointment={appointment} />
          ))}
        </ul>
      ) : items ? (
        <WidgetNote>
          <p>{text("appointments.empty")}</p>
          <NewAppointmentButton customer={customer} />
        </WidgetNote>
      ) : appointments.error ? (
        <ErrorState error={appointments.error} onRetry={() => void appointments.refetch()} />
      ) : (
        <WidgetRowsSkeleton rows={6} rowClass="h-16" />
      )}
    </Card>
  );
}
