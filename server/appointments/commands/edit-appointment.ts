import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { appointmentEdited } from "../events";
import { changeAppointment, recordModification } from "../repository/write";
import type { AppointmentView, EditAppointmentInput } from "../schema";
import { toAppointmentView } from "../views";
import { requireAppointment } from "./load-appointment";
import { requireDiscountAllowed } from "./require-discount-allowed";

/** Changes what is noted with an appointment, and what of its price is let off; its time and its people stay as they are. */
export async function editAppointment(ctx: CompanyContext, input: EditAppointmentInput): Promise<AppointmentView> {
  return transact(ctx, async (tx) => {
    const before = await requireAppointment(tx, input);
    const prices = requireDiscountAllowed(tx, { before, input });
    const change = { ...(input.notes !== undefined && { notes: input.notes || null }), ...prices };
    await changeAppointment(tx, before, change);
    if (prices) await tellOfDiscount(tx, { before, prices });
    recordAudit(tx, {
      action: "edit_appointments",
      subjectType: "appointment",
      subjectId: before.id,
      before: { notes: before.notes, ...(prices && amountsOf(before)) },
      after: { notes: before.notes, ...change },
    });
    await publish(tx, appointmentEdited, { appointmentId: before.id, customerId: before.customer.id });
    return toAppointmentView(await requireAppointment(tx, { appointmentId: before.id }));
  });
}

type Before = Awaited<ReturnType<typeof requireAppointment>>;
interface Discounted {
  before: Before;
  prices: NonNullable<ReturnType<typeof requireDiscountAllowed>>;
}

const amountsOf = ({ priceCents, discountCents }: Pick<Before, "priceCents" | "discountCents">) => ({
  priceCents,
  discountCents,
});

async function tellOfDiscount(tx: TransactionContext, { before, prices }: Discounted): Promise<void> {
  await recordModification(tx, {
    appointmentId: before.id,
    customerId: before.customer.id,
    type: "discounted",
    oldValues: amountsOf(before),
    newValues: amountsOf(prices),
    reason: prices.discountReason,
  });
}
