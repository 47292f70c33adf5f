import { occupyTime } from "@/server/availability/commands/occupy-time";
import { releaseHold } from "@/server/availability/commands/release-hold";
import { findHold } from "@/server/availability/queries/find-hold";
import { type FreeSlotFound, requireFreeSlot, withAlternatives } from "@/server/availability/queries/require-free-slot";
import type { HoldOffer } from "@/server/availability/schema";
import { recordAudit } from "@/server/core/activity";
import {
  type CompanyContext,
  choosesFreely,
  isOpen,
  requireOwnBranch,
  requireOwnStaff,
  type TransactionContext,
  userIdOf,
} from "@/server/core/context";
import { isUniqueViolation } from "@/server/core/database-error";
import { AppError, notFound } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { toOutboxRow } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireWithinLimit } from "@/server/core/within-allowance";
import { findCustomer } from "@/server/customers/queries/find-customer";
import { type DepositTerms, depositDueCents } from "@/server/policies/rules/deposit";
import { appointmentBooked } from "../events";
import { insertBooking } from "../repository/insert-booking";
import { findAppointmentRow, findIdByIdempotencyKey } from "../repository/read";
import { partsToKeep, segmentRows, slotColumns } from "../rules/booking-rows";
import { noticeOf } from "../rules/notice-choice";
import type { AppointmentView, BookAppointmentInput } from "../schema";
import { toAppointmentView } from "../views";
import { requireBookingAllowed } from "./require-booking-allowed";

export interface BookedAppointment {
  appointment: AppointmentView;
  /** The same request was answered before; nothing new was made. */
  isRepeat: boolean;
}

export interface Booked {
  appointmentId: string;
  isRepeat: boolean;
}

/**
 * Books a free slot: the appointment stands exactly once, or APPOINTMENT_CONFLICT tells the nearest alternatives.
 * With an idempotency key a repeat, also a parallel one, answers with the first appointment.
 */
export async function bookAppointment(ctx: CompanyContext, input: BookAppointmentInput): Promise<BookedAppointment> {
  try {
    return await transact(ctx, async (tx) => toView(tx, await bookWithin(tx, input)));
  } catch (error) {
    // Inside somebody else's transaction what was just written would look like the twin's.
    if (isOpen(ctx) || !isLostToTwin(error)) throw error;
    const repeat = await transact(ctx, async (tx) => {
      const booked = await findRepeat(tx, input);
      return booked && toView(tx, booked);
    });
    if (!repeat) throw error;
    return repeat;
  }
}

async function toView(tx: TransactionContext, { appointmentId, isRepeat }: Booked): Promise<BookedAppointment> {
  const row = await findAppointmentRow(tx, appointmentId);
  if (!row) throw notFound("appointment");
  return { appointment: toAppointmentView(row), isRepeat };
}

/** The same request, running beside this one, may be what took the key or the slot. */
const isLostToTwin = (error: unknown): boolean =>
  isUniqueViolation(error) || (error instanceof AppError && error.code === "APPOINTMENT_CONFLICT");

/** The same for who needs no more of it than its id, and has the transaction. */
export async function bookWithin(tx: TransactionContext, wish: BookAppointmentInput): Promise<Booked> {
  requireOwnBranch(tx, wish.branchId);
  const input = { ...wish, ...ownStaffOnly(tx, wish) };
  const repeat = await findRepeat(tx, input);
  if (repeat) return repeat;
  const customer = await findCustomer(tx, input);
  if (!customer) throw notFound("customer");
  await requireWithinLimit(tx, "appointmentsPerMonth");
  const deposit = input.isTakenOver ? null : await requireBookingAllowed(tx, input);
  const held = await findHeldOffer(tx, input);
  const wanted = { ...input, preferredStaffId: customer.preferredStaffId, isFreeChoice: choosesFreely(tx) };
  const fresh = await requireFreeSlot(tx, held ? { ...wanted, ...peopleOf(held) } : wanted);
  const found = held ? { ...fresh, slot: held } : fresh;
  const appointmentId = newId();
  await write(tx, { appointmentId, input, found, deposit });
  // Whoever is after the same time waits for this transaction: what is let go here can only be taken here.
  if (input.callId) await releaseHold(tx, { callId: input.callId });
  await withAlternatives(tx, {
    // What it got hold of before it lost counts as free.
    wanted: { ...wanted, movingAppointmentId: appointmentId },
    take: () => occupyTime(tx, { ...found, appointmentId, partySize: input.partySize }),
  });
  return { appointmentId, isRepeat: false };
}

/** Whoever may book for themselves only does all of it themselves. */
function ownStaffOnly(tx: TransactionContext, { staffId, followedBy }: BookAppointmentInput) {
  return {
    staffId: requireOwnStaff(tx, staffId),
    followedBy: followedBy?.map((part) => ({ ...part, staffId: requireOwnStaff(tx, part.staffId) })),
  };
}

/** Several people's chain stands as it was offered: that there is any at this time is enough. */
function peopleOf({ staffId, segments, followedBy }: HoldOffer) {
  if (segments.length === 1) return { staffId };
  return { staffId: null, followedBy: followedBy?.map((part) => ({ ...part, staffId: null })) ?? null };
}

/** The offer that this call took, as long as nobody else could have taken anything of it. */
async function findHeldOffer(tx: TransactionContext, { slotId, callId, startsAt }: BookAppointmentInput) {
  const hold = slotId && callId ? await findHold(tx, { slotId, callId }) : null;
  if (!hold || hold.expiresAt <= new Date() || hold.offer.startsAt !== startsAt.getTime()) return null;
  return hold.offer;
}

async function findRepeat(tx: TransactionContext, { idempotencyKey }: BookAppointmentInput): Promise<Booked | null> {
  const id = idempotencyKey ? await findIdByIdempotencyKey(tx, idempotencyKey) : null;
  return id ? { appointmentId: id, isRepeat: true } : null;
}

interface Booking {
  appointmentId: string;
  input: BookAppointmentInput;
  found: FreeSlotFound;
  deposit: DepositTerms | null;
}

async function write(tx: TransactionContext, { appointmentId, input, found, deposit }: Booking): Promise<void> {
  const { slot, currency } = found;
  const { customerId, serviceId, source, status = "confirmed" } = input;
  const startsAt = new Date(slot.startsAt);
  const { staffId, priceCents } = slot;
  const values = { startsAt: startsAt.toISOString(), staffId, serviceId, priceCents, status };
  const news = { appointmentId, customerId, startsAt, status, source, ...noticeOf(input) };
  await insertBooking(tx, {
    appointment: {
      ...{ id: appointmentId, branchId: input.branchId, customerId, serviceId, source, status, priceCents, currency },
      ...slotColumns(slot),
      ...partsToKeep(input),
      callId: input.callId ?? null,
      depositCents: deposit && depositDueCents(deposit, slot),
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
