import { occupyTime } from "@/server/availability/commands/occupy-time";
import { releaseHold } from "@/server/availability/commands/release-hold";
import { findHold } from "@/server/availability/queries/find-hold";
import { requireFreeSlot, withAlternatives } from "@/server/availability/queries/require-free-slot";
import type { HoldOffer } from "@/server/availability/schema";
import { askTogether } from "@/server/core/ask-together";
import {
  type CompanyContext,
  choosesFreely,
  isOpen,
  requireOwnBranch,
  requireOwnStaff,
  type TransactionContext,
} from "@/server/core/context";
import { isUniqueViolation } from "@/server/core/database-error";
import { AppError, notFound } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { requireWithinLimit } from "@/server/core/within-allowance";
import { findCustomer } from "@/server/customers/queries/find-customer";
import { type AppointmentRow, findAppointmentRow, findIdByIdempotencyKey } from "../repository/read";
import type { AppointmentView, BookAppointmentInput } from "../schema";
import { toAppointmentView } from "../views";
import { requireBookingAllowed, WITHOUT_RULES } from "./require-booking-allowed";
import { requireRight } from "./require-right";
import { writeBooking } from "./write-booking";

export interface BookedAppointment {
  appointment: AppointmentView;
  /** The same request was answered before; nothing new was made. */
  isRepeat: boolean;
}

export interface Booked<Row> {
  appointmentId: string;
  isRepeat: boolean;
  /** What was read of it. */
  row: Row;
}

/**
 * Books a free slot: the appointment stands exactly once, or APPOINTMENT_CONFLICT tells the nearest alternatives.
 * With an idempotency key a repeat, also a parallel one, answers with the first appointment.
 */
export async function bookAppointment(ctx: CompanyContext, input: BookAppointmentInput): Promise<BookedAppointment> {
  // Not audited: what it is written by does that.
  try {
    return await transact(ctx, async (tx) => toView(await bookWithin(tx, input, (id) => findAppointmentRow(tx, id))));
  } catch (error) {
    // Inside somebody else's transaction what was just written would look like the twin's.
    if (isOpen(ctx) || !isLostToTwin(error)) throw error;
    const repeat = await transact(ctx, async (tx) => {
      const booked = await findRepeat(tx, input, (id) => findAppointmentRow(tx, id));
      return booked && toView(booked);
    });
    if (!repeat) throw error;
    return repeat;
  }
}

function toView({ row, isRepeat }: Booked<AppointmentRow | null>): BookedAppointment {
  if (!row) throw notFound("appointment");
  return { appointment: toAppointmentView(row), isRepeat };
}

/** The same request, running beside this one, may be what took the key or the slot. */
const isLostToTwin = (error: unknown): boolean =>
  isUniqueViolation(error) || (error instanceof AppError && error.code === "APPOINTMENT_CONFLICT");

/** The same for who has the transaction, and reads of it what it needs: asked for in the same packet as it is written. */
export async function bookWithin<Row>(
  tx: TransactionContext,
  wish: BookAppointmentInput,
  read: (appointmentId: string) => Promise<Row>,
): Promise<Booked<Row>> {
  requireOwnBranch(tx, wish.branchId);
  if (wish.ignoresWorkingHours) requireRight(tx, "override_appointments");
  if (wish.discountCents) requireRight(tx, "discount_appointments");
  const input = { ...wish, ...ownStaffOnly(tx, wish) };
  const repeat = await findRepeat(tx, input, read);
  if (repeat) return repeat;
  const [customer] = await askTogether(tx, () => [
    findCustomer(tx, input),
    requireWithinLimit(tx, "appointmentsPerMonth"),
  ]);
  if (!customer) throw notFound("customer");
  const { mayBegin, termsWith } = input.isTakenOver ? WITHOUT_RULES : await requireBookingAllowed(tx, input);
  const held = await findHeldOffer(tx, input);
  const wanted = { ...input, preferredStaffId: customer.preferredStaffId, isFreeChoice: choosesFreely(tx), mayBegin };
  const fresh = await requireFreeSlot(tx, held ? { ...wanted, ...peopleOf(held), mayBegin: undefined } : wanted);
  const found = held ? { ...fresh, slot: held } : fresh;
  const appointmentId = newId();
  const terms = termsWith(found.slot.staffId);
  const [, , , row] = await withAlternatives(tx, {
    // What it got hold of before it lost counts as free.
    wanted: { ...wanted, movingAppointmentId: appointmentId },
    take: () =>
      askTogether(tx, () => [
        writeBooking(tx, { appointmentId, input, found, terms }),
        // Whoever is after the same time waits for this transaction: what is let go here can only be taken here.
        input.callId ? releaseHold(tx, { callId: input.callId }) : NOTHING,
        occupyTime(tx, { ...found, appointmentId, partySize: input.partySize }),
        read(appointmentId),
      ]),
  });
  return { appointmentId, isRepeat: false, row };
}

const NOTHING = Promise.resolve();

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

async function findRepeat<Row>(
  tx: TransactionContext,
  { idempotencyKey }: BookAppointmentInput,
  read: (appointmentId: string) => Promise<Row>,
): Promise<Booked<Row> | null> {
  const id = idempotencyKey ? await findIdByIdempotencyKey(tx, idempotencyKey) : null;
  return id ? { appointmentId: id, isRepeat: true, row: await read(id) } : null;
}
