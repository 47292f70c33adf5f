import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { attempt } from "@/server/core/savepoint";
import { transact } from "@/server/core/transact";
import { type CalcomBooking, toCopy } from "../../adapters/calcom-answers";
import { applyBooking, findByMarks, isPassing, linkBooking, type SeenChain } from "../../commands/apply-booking";
import type { Applied } from "../../commands/apply-to-appointment";
import { keepForPerson } from "../../commands/keep-for-person";
import { readChain } from "../../commands/read-chain";
import { takeOverPastBooking } from "../../commands/take-over-past-booking";
import { type KnownBooking, lockBooking, lockKnownBooking } from "../../repository/bookings";
import { writeEventMap } from "../../repository/event-map";
import { isLive } from "../../rules/next-step";
import { insertDrift } from "../repository/drifts";
import { changeHeldRun } from "../repository/held-runs";
import { strategyFor } from "../rules/strategy";
import type { DriftKind, DriftOutcome, RunCounts } from "../schema";
import { sideOfBooking } from "../views";
import { tell } from "./read-stretch";
import type { Choices } from "./resolve-pair";

interface Stranger extends Choices {
  apiKey: string;
  booking: CalcomBooking;
}

/** What came of it, what it took, or how long Cal.com is to be left alone first. */
export type TakenIn = { requests: number; restSeconds: number } | { waitSeconds: number };

// Not audited: the commands that it calls are.
/** A booking that stands over there and not here is taken over as if it had been told of, or kept for a person. */
export async function takeInStranger(ctx: CompanyContext, stranger: Stranger): Promise<TakenIn> {
  const { booking, apiKey } = stranger;
  const isFirst = !booking.rescheduledFromUid;
  const nothing = { requests: 0, restSeconds: 0 };
  if (isFirst) {
    await takeIn(ctx, { ...stranger, chain: { booking, uids: [booking.uid] } });
    return nothing;
  }
  const read = await tell(ctx, apiKey, (calcom) => readChain(ctx, calcom, booking.uid));
  if ("waitSeconds" in read) return read;
  const { booking: stands, uids } = read.answer;
  if (stands) await takeIn(ctx, { ...stranger, chain: { booking: stands, uids } });
  return { requests: read.requests, restSeconds: read.restSeconds };
}

interface SeenStranger extends Stranger {
  chain: SeenChain;
}

async function takeIn(ctx: CompanyContext, stranger: SeenStranger): Promise<void> {
  const { chain, run } = stranger;
  const isOver = chain.booking.endsAt <= ctx.now && isLive(chain.booking);
  await transact(ctx, async (tx) => {
    const applied = await (isOver ? takeInPast(tx, chain) : apply(tx, stranger));
    const [kind, outcome] = WHAT_CAME[applied.state] ?? [null, null];
    if (kind && outcome) await note(tx, { ...stranger, kind, outcome });
    const counts = countsOf(applied);
    const kinds: DriftKind[] = counts.drifted ? [kind ?? "missing_in_platform"] : [];
    await changeHeldRun(tx, run, { counts, kinds });
  });
}

const WHAT_CAME: Partial<Record<Applied["state"], [DriftKind, DriftOutcome]>> = {
  created: ["missing_in_platform", "created_here"],
  followed: ["time_mismatch", "followed"],
  kept_ours: ["time_mismatch", "written_there"],
};

function countsOf({ state }: Applied): Partial<RunCounts> {
  if (state === "created") return { compared: 1, drifted: 1, resolved: 1, created: 1 };
  if (state === "followed" || state === "kept_ours") return { compared: 1, drifted: 1, resolved: 1 };
  if (state === "kept_for_person") return { compared: 1, drifted: 1, kept: 1 };
  if (state === "waiting") return { compared: 1, waiting: 1 };
  return state === "nothing" ? { compared: 1, failed: 1 } : { compared: 1, equal: 1 };
}

async function apply(tx: TransactionContext, { chain, ...choices }: SeenStranger): Promise<Applied> {
  const { booking, uids } = chain;
  const strategy = strategyFor("missing_in_platform", choices);
  const isKnown = (await lockKnownBooking(tx, uids)) ?? (await findByMarks(tx, booking));
  const isForPerson = strategy === "manual" && isLive(booking) && !isKnown;
  if (!isForPerson) return applyBooking(tx, chain);
  const found = { runId: choices.run.id, kind: "missing_in_platform" as const, strategy };
  const kept = { known: null, booking: toCopy(booking), uids, appointment: null, said: "", found };
  await keepForPerson(tx, { ...kept, reason: "needs_decision" });
  return { state: "kept_for_person", reason: "needs_decision" };
}

/** What is over is written down as history. Where nobody can say what it was, there is nothing left to decide. */
async function takeInPast(tx: TransactionContext, { booking, uids }: SeenChain): Promise<Applied> {
  await lockBooking(tx, uids[0]);
  const known = await lockKnownBooking(tx, uids);
  if (known?.appointmentId || (!known && (await findByMarks(tx, booking)))) return { state: "known" };
  if (known && isNoHistory(known)) {
    await writeEventMap(tx, known, { state: known.state, copy: toCopy(booking) });
    return { state: "known" };
  }
  const past = { booking: toCopy(booking), firstUid: uids[0], isAbsent: booking.isAbsent };
  const made = await attempt(tx, () => takeOverPastBooking(tx, past));
  if ("refusal" in made) {
    if (isPassing(made.refusal)) throw made.refusal;
    return { state: "nothing" };
  }
  await linkBooking(tx, { booking, uids, known, ...made.result });
  return { state: "created" };
}

/** A person has said that it is nothing of ours, or it was one too many. */
const isNoHistory = ({ driftStatus, reviewReason }: KnownBooking): boolean =>
  driftStatus === "resolved" || reviewReason === "duplicate";

interface Noted extends SeenStranger {
  kind: DriftKind;
  outcome: DriftOutcome;
}

async function note(tx: TransactionContext, { chain, kind, outcome, ...choices }: Noted): Promise<void> {
  const known = await lockKnownBooking(tx, chain.uids);
  await insertDrift(tx, {
    ...{ runId: choices.run.id, eventMapId: known?.id ?? null, appointmentId: known?.appointmentId ?? null },
    ...{ bookingUid: chain.booking.uid, kind, strategy: strategyFor(kind, choices), outcome },
    ...{ ours: null, theirs: sideOfBooking(toCopy(chain.booking)) },
  });
}
