import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import type { AppointmentState } from "@/server/appointments/schema";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { type CalcomBooking, toCopy } from "../../adapters/calcom-answers";
import { followBookingHere, type KnownAppointmentBooking, noteFollowed } from "../../commands/apply-to-appointment";
import { formerUidsOf, keepForPerson } from "../../commands/keep-for-person";
import { calcomSyncOwed } from "../../events";
import { rememberUids } from "../../repository/bookings";
import { lockPart, writeEventMap } from "../../repository/event-map";
import { insertDrift } from "../repository/drifts";
import { changeHeldRun, type HeldRun } from "../repository/held-runs";
import type { Drift } from "../rules/compare-pair";
import { type DriftAction, decideAll, strategyFor } from "../rules/strategy";
import type { DriftOutcome, DriftStrategies, DriftStrategy } from "../schema";
import { sideOfAppointment, sideOfBooking } from "../views";
import type { SeenPair } from "./compare-stretch";

export interface Choices {
  run: HeldRun;
  chosen: DriftStrategies;
  forced: DriftStrategy | null;
  /** Whether anything may be written over there; an import only takes over. */
  mayWrite: boolean;
}

interface Standing {
  known: KnownAppointmentBooking;
  appointment: AppointmentState;
  booking: CalcomBooking | null;
  uids: string[];
}

export type Resolved = "resolved" | "kept" | "skipped";

// Not audited: the commands that it calls are, and what was done is kept beside both sides.
/**
 * Brings both sides of a pair together as the strategy says, or gives it to a person. Whatever changed since they were read is
 * left to the next time.
 */
export async function resolvePair(
  ctx: CompanyContext,
  { pair, drift, ...choices }: Choices & { pair: SeenPair; drift: Drift },
): Promise<Resolved> {
  const { ours, theirs, uids } = pair;
  return transact(ctx, async (tx) => {
    const standing = await requireAsSeen(tx, pair);
    if (!standing) return "skipped";
    const { kinds, isOursChanged, isTheirsChanged, isOneWay, isWritable } = drift;
    const { kind, strategy, action } = decideAll(kinds, choices, {
      ...{ isOneWay, isWritable },
      ours: { isChanged: isOursChanged, changedAt: ours.changedAt },
      theirs: { isChanged: isTheirsChanged, changedAt: theirs?.changedAt ?? null },
    });
    if (!choices.mayWrite && (action === "write" || !theirs)) {
      await changeHeldRun(tx, choices.run, { counts: { drifted: 1, waiting: 1 }, kinds: drift.kinds });
      return "skipped";
    }
    const before = {
      ours: sideOfAppointment(standing.appointment, ours.changedAt),
      theirs: theirs && sideOfBooking(toCopy(theirs)),
    };
    const found = { runId: choices.run.id, kind, strategy };
    const outcome = await act(tx, { ...standing, uids, action, found });
    if (outcome === null) {
      await changeHeldRun(tx, choices.run, { counts: { drifted: 1, kept: 1 }, kinds });
      return "kept";
    }
    const { appointmentId } = ours;
    const row = { appointmentId, eventMapId: standing.known.id, bookingUid: theirs?.uid ?? null };
    for (const each of kinds)
      await insertDrift(tx, { ...found, ...row, ...before, kind: each, strategy: strategyFor(each, choices), outcome });
    await changeHeldRun(tx, choices.run, { counts: { drifted: 1, resolved: 1 }, kinds });
    return "resolved";
  });
}

/** Both sides as they were read, for this transaction alone; null when something happened since. */
export async function requireAsSeen(
  tx: TransactionContext,
  { ours, theirs, uids }: SeenPair,
): Promise<Standing | null> {
  const { appointmentId, position } = ours;
  const map = await lockPart(tx, { appointmentId, position });
  if (!map) return null;
  const appointment = await getAppointmentState(tx, { appointmentId });
  const { begun, lease } = map.state;
  const isFree = !begun && !(lease && lease.until > map.lockedAt);
  const isSame = appointment.version === ours.version && map.copy?.uid === ours.map?.copy?.uid;
  return isFree && isSame ? { known: { ...map, appointmentId }, appointment, booking: theirs, uids } : null;
}

interface Acting extends Standing {
  action: DriftAction;
  found: { runId: string; kind: Drift["kinds"][0]; strategy: DriftStrategy };
}

/** What came of it; null when a person has to decide. */
async function act(tx: TransactionContext, { action, found, ...standing }: Acting): Promise<DriftOutcome | null> {
  const { known, appointment, booking, uids } = standing;
  if (action === "write" || !booking) {
    await writeThere(tx, standing);
    return booking ? "written_there" : "rewritten_there";
  }
  if (action === "follow") {
    const applied = await followBookingHere(tx, { known, appointment, booking, uids }, found);
    return applied.state === "followed" ? "followed" : null;
  }
  const reason = found.kind === "attendee_mismatch" ? "attendee_changed" : "needs_decision";
  await keepForPerson(tx, { known, booking: toCopy(booking), uids, appointment, reason, said: "", found });
  return null;
}

/** What stands there is known now, and the job writes what is to stand there. */
async function writeThere(tx: TransactionContext, { known, appointment, booking, uids }: Standing): Promise<void> {
  const { id: appointmentId } = appointment;
  const copy = booking && toCopy(booking);
  await writeEventMap(tx, known, { state: { ...known.state, failure: null }, copy, review: null });
  if (copy) await rememberUids(tx, { id: known.id, uids: formerUidsOf(known, { booking: copy, uids }) });
  await recordCalcomSync(tx, { appointmentId, status: "pending" });
  await publish(tx, calcomSyncOwed, { appointmentId });
}

// Not audited: it notes what stands over there.
/** They are the same, and are known as such from now on: the pair as it is known then, or null if something happened since they were read. */
export async function adoptPair(ctx: CompanyContext, pair: SeenPair): Promise<SeenPair | null> {
  return transact(ctx, async (tx) => {
    const standing = await requireAsSeen(tx, pair);
    if (!standing?.booking) return null;
    await noteFollowed(tx, { ...standing, booking: standing.booking });
    const { known, booking } = standing;
    return { ...pair, ours: { ...pair.ours, map: { ...known, copy: toCopy(booking) } } };
  });
}
