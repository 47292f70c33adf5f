import { z } from "zod";
import type { TransactionContext } from "@/server/core/context";
import type { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { attempt } from "@/server/core/savepoint";
import { type CalcomBooking, toCopy } from "../adapters/calcom-answers";
import { calcomConflictChanged } from "../events";
import {
  assignAppointment,
  insertKnownBooking,
  type KnownBooking,
  lockBooking,
  lockKnownBooking,
  rememberUids,
  writeSettlement,
} from "../repository/bookings";
import { lockPart, writeEventMap } from "../repository/event-map";
import { conflictReasonOf } from "../rules/conflict";
import { isLive } from "../rules/next-step";
import type { BookingCopy } from "../schema";
import { type Applied, applyToAppointment, noteCopy } from "./apply-to-appointment";
import { formerUidsOf, keepForPerson } from "./keep-for-person";
import { takeOverBooking } from "./take-over-booking";

export interface SeenChain {
  booking: CalcomBooking;
  uids: [string, ...string[]];
}

/** Refusals that a moment later may be none: the delivery is taken up again. */
export const isPassing = ({ code }: AppError): boolean => code === "VERSION_CONFLICT" || code === "RATE_LIMITED";

// Not audited: the commands that it calls are.
/**
 * Brings our side to where a booking stands over there now, whatever we were told of it, how often and in what order. What
 * can't be followed is kept for a person.
 */
export async function applyBooking(tx: TransactionContext, chain: SeenChain): Promise<Applied> {
  await lockBooking(tx, chain.uids[0]);
  const known = (await lockKnownBooking(tx, chain.uids)) ?? (await findByMarks(tx, chain.booking));
  if (known?.appointmentId) {
    const { appointmentId, copy } = known;
    const isAnother = copy !== null && !chain.uids.includes(copy.uid) && !isFormer(known, chain);
    if (isAnother && isLive(copy) && !isAnew(tx, { known, copy, ...chain })) return keepDuplicate(tx, chain);
    return applyToAppointment(tx, { ...chain, known: { ...known, appointmentId } });
  }
  return applyToNobody(tx, { ...chain, known });
}

interface Anew {
  known: KnownBooking;
  copy: BookingCopy;
  booking: CalcomBooking;
}

/** What is over was another visit, and what we are about to find ourselves is our own. */
const isAnew = ({ now }: TransactionContext, { known: { state }, copy, booking }: Anew): boolean =>
  copy.endsAt <= now || (state.begun?.action === "create" && booking.metadata.idemKey === state.begun.idemKey);

const isFormer = ({ formerUids }: KnownBooking, { uids }: SeenChain): boolean =>
  uids.some((uid) => formerUids.includes(uid));

const marks = z.object({
  appointmentId: z.uuid(),
  companyId: z.uuid(),
  segment: z.coerce.number().int().min(0).max(50).catch(0),
});

/** What we wrote into our own bookings names the appointment; anybody may have written it into theirs. */
export async function findByMarks(tx: TransactionContext, { metadata }: CalcomBooking): Promise<KnownBooking | null> {
  const read = marks.safeParse(metadata);
  if (!read.success || read.data.companyId !== tx.companyId) return null;
  const { appointmentId, segment: position } = read.data;
  const map = await lockPart(tx, { appointmentId, position });
  return map && { ...map, appointmentId };
}

/** A second one for an appointment that has its booking: an old one that ended says nothing, one that stands is one too many. */
async function keepDuplicate(tx: TransactionContext, { booking, uids }: SeenChain): Promise<Applied> {
  if (!isLive(booking)) return { state: "older" };
  const kept = { booking: toCopy(booking), uids, said: "", appointment: null };
  await keepForPerson(tx, { ...kept, known: null, reason: "duplicate" });
  return { state: "kept_for_person", reason: "duplicate" };
}

interface NobodysBooking extends SeenChain {
  known: KnownBooking | null;
}

/** One that has no appointment here yet: a new one, or one that waits for a person. */
async function applyToNobody(tx: TransactionContext, { booking, uids, known }: NobodysBooking): Promise<Applied> {
  if (known && isOutdated(known, booking)) return { state: "older" };
  if (!isLive(booking)) return withdraw(tx, { copy: toCopy(booking), known, uids });
  const isDecided = known?.driftStatus === "resolved" && isUnchanged(known, booking);
  if (isDecided || known?.reviewReason === "duplicate") return { state: "known" };
  const made = await attempt(tx, () => takeOverBooking(tx, { booking: toCopy(booking), firstUid: uids[0] }));
  if ("refusal" in made) {
    if (isPassing(made.refusal)) throw made.refusal;
    const reason = conflictReasonOf(made.refusal);
    const kept = { known, booking: toCopy(booking), uids, said: made.refusal.reason, appointment: null };
    await keepForPerson(tx, { ...kept, reason });
    return { state: "kept_for_person", reason };
  }
  await linkBooking(tx, { booking, uids, known, ...made.result });
  return { state: "created" };
}

const isOutdated = ({ formerUids, copy }: KnownBooking, { uid, changedAt }: CalcomBooking): boolean =>
  formerUids.includes(uid) || Boolean(copy?.changedAt && changedAt && changedAt < copy.changedAt);

const isUnchanged = ({ copy }: KnownBooking, { uid, startsAt, status }: CalcomBooking): boolean =>
  copy?.uid === uid && copy.startsAt.getTime() === startsAt.getTime() && copy.status === status;

interface WithdrawnBooking {
  known: KnownBooking | null;
  copy: BookingCopy;
  uids: string[];
}

// Not audited: it was done over there.
/** Cancelled over there before anybody decided here: there is nothing to decide any more. */
export async function withdraw(tx: TransactionContext, { copy, known, uids }: WithdrawnBooking): Promise<Applied> {
  if (!known) return { state: "nothing" };
  await writeEventMap(tx, known, { state: known.state, copy });
  await rememberUids(tx, { id: known.id, uids: formerUidsOf(known, { booking: copy, uids }) });
  if (known.driftStatus === "manual_review") {
    await writeSettlement(tx, known.id, { decision: "withdrawn", by: { kind: "calcom" } });
    await publish(tx, calcomConflictChanged, { conflictId: known.id });
  }
  return { state: "withdrawn" };
}

interface LinkedBooking extends NobodysBooking {
  appointmentId: string;
  version: number;
}

/** The booking is this appointment's copy from now on: what is written to Cal.com later changes it and makes no other. */
export async function linkBooking(tx: TransactionContext, linked: LinkedBooking): Promise<void> {
  const { booking, uids, appointmentId, version } = linked;
  const known = linked.known ?? (await insertKnownBooking(tx, { uid: booking.uid, formerUids: [] }));
  await assignAppointment(tx, { id: known.id, appointmentId });
  await noteCopy(tx, { known: { ...known, appointmentId }, booking, version });
  await rememberUids(tx, { id: known.id, uids: formerUidsOf(known, { booking: toCopy(booking), uids }) });
}
