import { claimHold } from "@/server/availability/commands/claim-hold";
import { occupyTime } from "@/server/availability/commands/occupy-time";
import { findHold } from "@/server/availability/queries/find-hold";
import { conflictDetails, type FreeSlotFound, requireFreeSlot } from "@/server/availability/queries/require-free-slot";
import { toParts } from "@/server/availability/rules/parts";
import { recordAudit } from "@/server/core/activity";
import {
  type CompanyContext,
  isOfBusiness,
  isOpen,
  requireOwnBranch,
  requireOwnStaff,
  type TransactionContext,
  userIdOf,
} from "@/server/core/context";
import { isUniqueViolation } from "@/server/core/database-error";
import { AppError, notFound } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireWithinLimit } from "@/server/core/within-allowance";
import { findCustomer } from "@/server/customers/queries/find-customer";
import { appointmentBooked } from "../events";
import { findAppointmentRow, findIdByIdempotencyKey } from "../repository/read";
import { insertAppointment, insertSegments, recordModification } from "../repository/write";
import { noticeOf } from "../rules/notice-choice";
import type { AppointmentView, BookAppointmentInput } from "../schema";
import { toAppointmentView } from "../views";
import { requireBookingAllowed } from "./require-booking-allowed";

export interface BookedAppointment {
  appointment: AppointmentView;
  /** The same request was answered before; nothing new was made. */
  isRepeat: boolean;
}

/**
 * Books a free slot: the appointment stands exactly once, or APPOINTMENT_CONFLICT tells the nearest alternatives.
 * With an idempotency key a repeat, also a parallel one, answers with the first appointment.
 */
export async function bookAppointment(ctx: CompanyContext, input: BookAppointmentInput): Promise<BookedAppointment> {
  try {
    return await transact(ctx, (tx) => book(tx, input));
  } catch (error) {
    // Inside somebody else's transaction what was just written would look like the twin's.
    if (isOpen(ctx) || !isLostToTwin(error)) throw error;
    const repeat = await transact(ctx, (tx) => findRepeat(tx, input));
    if (!repeat) throw error;
    return repeat;
  }
}

/** The same request, running beside this one, may be what took the key or the slot. */
const isLostToTwin = (error: unknown): boolean =>
  isUniqueViolation(error) || (error instanceof AppError && error.code === "APPOINTMENT_CONFLICT");

async function book(tx: TransactionContext, wish: BookAppointmentInput): Promise<BookedAppointment> {
  requireOwnBranch(tx, wish.branchId);
  const input = { ...wish, staffId: requireOwnStaff(tx, wish.staffId) };
  const repeat = await findRepeat(tx, input);
  if (repeat) return repeat;
  const customer = await findCustomer(tx, input);
  if (!customer) throw notFound("customer");
  await requireWithinLimit(tx, "appointmentsPerMonth");
  if (!input.isTakenOver) await requireBookingAllowed(tx, input);
  const hold = input.slotId && input.callId ? await findHold(tx, { slotId: input.slotId, callId: input.callId }) : null;
  const wanted = { ...input, preferredStaffId: customer.preferredStaffId, isFreeChoice: isOfBusiness(tx) };
  const found = await requireFreeSlot(tx, hold ? { ...wanted, staffId: hold.offer.staffId } : wanted);
  const appointmentId = newId();
  await writeAppointment(tx, { appointmentId, input, found });
  const isHeld = hold
    ? await claimHold(tx, { holdId: hold.holdId, position: hold.offer.position, appointmentId })
    : false;
  if (!isHeld) await occupyOrConflict(tx, { appointmentId, found, wanted });
  await tellOfBooking(tx, { appointmentId, input, found });
  return { appointment: await requireView(tx, appointmentId), isRepeat: false };
}

async function findRepeat(
  tx: TransactionContext,
  { idempotencyKey }: BookAppointmentInput,
): Promise<BookedAppointment | null> {
  const id = idempotencyKey ? await findIdByIdempotencyKey(tx, idempotencyKey) : null;
  return id ? { appointment: await requireView(tx, id), isRepeat: true } : null;
}

async function requireView(tx: TransactionContext, appointmentId: string): Promise<AppointmentView> {
  const row = await findAppointmentRow(tx, appointmentId);
  if (!row) throw notFound("appointment");
  return toAppointmentView(row);
}

interface Booking {
  appointmentId: string;
  input: BookAppointmentInput;
  found: FreeSlotFound;
}

async function writeAppointment(tx: TransactionContext, { appointmentId, input, found }: Booking): Promise<void> {
  const { slot, serviceName, currency } = found;
  const status = input.status ?? "confirmed";
  await insertAppointment(tx, {
    id: appointmentId,
    branchId: input.branchId,
    customerId: input.customerId,
    serviceId: input.serviceId,
    staffId: slot.staffId,
    callId: input.callId ?? null,
    source: input.source,
    status,
    startsAt: new Date(slot.startsAt),
    endsAt: new Date(slot.endsAt),
    blockedFrom: new Date(slot.blockedFrom),
    blockedUntil: new Date(slot.blockedUntil),
    priceCents: slot.priceCents,
    currency,
    notes: input.notes || null,
    idempotencyKey: input.idempotencyKey ?? null,
    confirmedAt: status === "confirmed" ? tx.now : null,
    createdByUserId: userIdOf(tx),
    createdAt: tx.now,
    ...(input.explanation ? { explanation: input.explanation as object } : {}),
  });
  await insertSegments(
    tx,
    slot.segments.map((segment) => ({
      appointmentId,
      position: segment.position,
      serviceId: segment.serviceId,
      name: serviceName,
      staffId: segment.staffId,
      startsAt: new Date(segment.startsAt),
      endsAt: new Date(segment.endsAt),
      occupiesStaff: segment.occupiesStaff,
    })),
  );
}

interface Occupation {
  appointmentId: string;
  found: FreeSlotFound;
  wanted: Parameters<typeof conflictDetails>[1];
}

/** The constraint has the last word: the engine said free, somebody else was faster. */
async function occupyOrConflict(tx: TransactionContext, { appointmentId, found, wanted }: Occupation): Promise<void> {
  try {
    await occupyTime(tx, { appointmentId, parts: toParts(found.slot) });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "APPOINTMENT_CONFLICT") throw error;
    throw new AppError({ code: error.code, reason: error.reason, details: await conflictDetails(tx, wanted) });
  }
}

async function tellOfBooking(tx: TransactionContext, { appointmentId, input, found }: Booking): Promise<void> {
  const { customerId, source } = input;
  const startsAt = new Date(found.slot.startsAt);
  const status = input.status ?? "confirmed";
  const values = {
    startsAt: startsAt.toISOString(),
    staffId: found.slot.staffId,
    serviceId: input.serviceId,
    priceCents: found.slot.priceCents,
    status,
  };
  await recordModification(tx, { appointmentId, customerId, type: "created", newValues: values });
  recordAudit(tx, {
    action: "create_appointments",
    subjectType: "appointment",
    subjectId: appointmentId,
    after: values,
  });
  await publish(tx, appointmentBooked, { appointmentId, customerId, startsAt, status, source, ...noticeOf(input) });
}
