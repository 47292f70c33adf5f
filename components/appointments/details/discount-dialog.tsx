"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { type AppointmentDetails, editAppointmentInput } from "@/server/appointments/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";
import { DiscountFields } from "../book/discount-fields";
import { withDiscountReason } from "../book/with-discount-reason";
import { ChangedMeanwhile } from "../changed-meanwhile";

type Values = z.input<typeof editAppointmentInput>;

/** Lets somebody off a part of the price, or takes that back. */
export function DiscountDialog({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const { id, version, customer, serviceName, priceCents, discountCents, discountReason, currency } = appointment;
  const formatters = useFormatters();
  const fullCents = priceCents + discountCents;
  const form = useForm<Values>({
    resolver: zodResolver(withDiscountReason(editAppointmentInput)) as never,
    defaultValues: { appointmentId: id, version, discountCents, discountReason: discountReason ?? "" },
  });
  const edit = useMutation(
    useTRPC().appointments.edit.mutationOptions({ meta: { refresh: ["customers", "analytics"] } }),
  );
  return (
    <FormDialog
      title={text("discount.title")}
      description={text("discount.description", {
        customer: customer.name,
        service: serviceName,
        price: formatters.money(fullCents, currency),
      })}
      form={form}
      mutation={edit}
      size="sm"
      onDone={() => toast({ title: text("discount.done") })}
    >
      <DiscountFields priceCents={fullCents} currency={currency} />
      <ChangedMeanwhile appointment={appointment} error={edit.error} />
    </FormDialog>
  );
}
