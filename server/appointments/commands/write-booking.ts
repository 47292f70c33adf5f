import type { FreeSlotFound } from "@/server/availability/queries/require-free-slot";
import { recordAudit } from "@/server/core/activity";
import { type TransactionContext, userIdOf } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { toOutboxRow } from "@/server/core/outbox";
import { appointmentBooked } from "../events";
import { insertBooking } from "../repository/insert-booking";
import { partsToKeep, segmentRows, slotColumns, termsToKeep } from "../rules/booking-rows";
import { checkDiscount, depositColumns, discountOf } from "../rules/discount";
import { noticeOf } from "../rules/notice-choice";
import { overrideOf } from "../rules/override";
import type { BookAppointmentInput } from "../schema";
import type { BookingTerms } from "./require-booking-allowed";

interface Booking {
  appointmentId: string;
  input: BookAppointmentInput;
  found: FreeSlotFound;
  terms: BookingTerms;
}

/** Writes the booking of a slot that was found, with its price, its deposit, its log and its news; what it takes is taken elsewhere. */
export async function writeBooking(tx: TransactionContext, booking: Booking): Promise<void> {
  const { appointmentId, input, found, terms } = booking;
  const { slot, currency } = found;
  const { customerId, serviceId, source, status = "confirmed" } = input;
  const startsAt = new Date(slot.startsAt);
  const { staffId } = slot;
  const prices = pricesOf(booking);
  const { discountCents, discountReason, priceCents } = prices;
  const discount = discountCents > 0 ? { discountCents, discountReason } : {};
  const price = { priceCents, ...discount };
  const against = overrideOf(input, terms);
  const values = { startsAt: startsAt.toISOString(), staffId, serviceId, ...price, status, ...against };
  const news = { appointmentId, customerId, startsAt, status, source, ...noticeOf(input) };
  await insertBooking(tx, {
    appointment: {
      ...{ id: appointmentId, branchId: input.branchId, customerId, serviceId, source, status, currency },
      ...prices,
      ...slotColumns(slot),
      ...partsToKeep(input),
      ...termsToKeep(input),
      callId: input.callId ?? null,
      notes: input.notes || null,
      idempotencyKey: input.idempotencyKey ?? null,
      confirmedAt: status === "confirmed" ? tx.now : null,
      createdByUserId: userIdOf(tx),
      explanation: input.explanation,
    },
    segments: segmentRows(appointmentId, found),
    values,
    news: toOutboxRow(tx, { event: appointmentBooked, data: news }),
  });
  const subject = { subjectType: "appointment", subjectId: appointmentId };
  recordAudit(tx, { action: "create_appointments", ...subject, after: values });
}

/** What the slot costs, less what was let off; a deposit is asked of what is left. */
function pricesOf({ input, found, terms }: Booking) {
  const fullPriceCents = found.slot.priceCents;
  const discount = discountOf(input);
  const refusal = checkDiscount(discount, { fullPriceCents });
  if (refusal) throw new AppError(refusal);
  const priceCents = fullPriceCents - discount.discountCents;
  return {
    ...discount,
    priceCents,
    ...depositColumns(terms.deposit, { fullPriceCents, priceCents }),
  };
}
