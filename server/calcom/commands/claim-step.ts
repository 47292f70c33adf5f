import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import type { AppointmentDetails } from "@/server/appointments/schema";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { admitIntegrationCall } from "@/server/integrations/commands/admit-integration-call";
import { listMappings } from "../repository/connection";
import { type EventMap, lockEventMap, writeEventMap } from "../repository/event-map";
import { lasting } from "../rules/failure";
import { type NextStep, nextStep } from "../rules/next-step";
import type { BegunStep, PushFailure, PushOutcome } from "../schema";

/** Longer than any one step may take, so that nobody follows while it is under way. */
const LEASE_MS = 60_000;

/** `find`: an earlier step was begun and its result never learnt. */
export type Step = Extract<NextStep, { uid: string } | { eventTypeId: number }> | { action: "find" };

export interface ClaimedStep {
  step: Step;
  /** What was written down before the call: the step itself, or the earlier one that is looked for. */
  begun: BegunStep;
  token: string;
  appointment: AppointmentDetails;
}
export type Claim = { step: null; outcome: PushOutcome } | ClaimedStep;

// Not audited: the change itself was audited when it was made here.
/**
 * Decides by both sides' latest state what is to be done next, and writes it down before it is done: whoever comes after
 * a crash knows what may have happened. One at a time for each appointment.
 */
export async function claimStep(
  ctx: CompanyContext,
  { appointmentId, isLastTry }: { appointmentId: string; isLastTry: boolean },
): Promise<Claim> {
  return transact(ctx, async (tx) => {
    const map = await lockEventMap(tx, appointmentId);
    if (!map) throw notFound("appointment");
    const appointment = await getAppointment(tx, { appointmentId });
    const { lease, begun } = map.state;
    if (lease && lease.until > map.lockedAt) return rest({ state: "waiting", seconds: 10, reason: "in progress" });
    if (begun) return claim(tx, { map, appointment, isLastTry, step: { action: "find" }, begun });
    if (isLeftToPerson(map, appointment)) return rest({ state: "failed", reason: "waits for a person's decision" });
    const mappings = await listMappings(tx, appointment.service.id);
    const facts = { ...appointment, staffId: appointment.staff.id };
    const step = nextStep({ appointment: facts, mappings, copy: map.copy, now: tx.now });
    if (step.action === "nothing") return atRest(tx, { map, appointment });
    if (step.action === "refuse") {
      return failed(tx, { map, appointment, kind: "refusal", message: REFUSALS[step.reason](appointment) });
    }
    return claim(tx, { map, appointment, isLastTry, step, begun: toBegun(step) });
  });
}

/** What was done over there and can't be done here is not undone over there either, until somebody changes it here. */
const isLeftToPerson = ({ reviewReason, state }: EventMap, { version }: AppointmentDetails): boolean =>
  reviewReason !== null && state.version === version;

const rest = (outcome: PushOutcome): Claim => ({ step: null, outcome });

function toBegun(step: Exclude<Step, { action: "find" }>): BegunStep {
  const { action } = step;
  return {
    action,
    uid: "uid" in step ? step.uid : null,
    eventTypeId: "eventTypeId" in step ? step.eventTypeId : null,
    startsAt: "startsAt" in step ? step.startsAt : null,
    idemKey: newId(),
  };
}

interface Facts {
  map: EventMap;
  appointment: AppointmentDetails;
}

interface Wish extends Facts {
  isLastTry: boolean;
  step: Step;
  begun: BegunStep;
}

async function claim(tx: TransactionContext, { map, appointment, isLastTry, step, begun }: Wish): Promise<Claim> {
  const admission = await admitIntegrationCall(tx, { provider: "calcom" });
  if (!admission.isAllowed) {
    const message = "Cal.com is left alone for a moment";
    if (isLastTry) return failed(tx, { map, appointment, kind: "fault", message });
    await record(tx, appointment, { status: "pending", error: message });
    return rest({ state: "waiting", seconds: admission.waitSeconds, reason: message });
  }
  const token = newId();
  const until = new Date(map.lockedAt.getTime() + LEASE_MS);
  await writeEventMap(tx, map, { state: { ...map.state, begun, lease: { token, until } } });
  await record(tx, appointment, { status: "pending", error: map.state.failure?.message ?? null });
  return { step, begun, token, appointment };
}

/** Both sides are as they should be. A cancelled appointment that never was over there is not linked to anything. */
async function atRest(tx: TransactionContext, { map, appointment }: Facts): Promise<Claim> {
  const { version } = appointment;
  const isNews = map.state.failure !== null || map.state.version !== version;
  if (isNews) {
    // What somebody has to look at for another reason than a step that failed or could not be taken stays with them.
    const isSettled = map.reviewReason !== null || (map.state.failure !== null && map.driftStatus === "manual_review");
    const review = isSettled ? { review: null } : {};
    await writeEventMap(tx, map, { state: { ...map.state, version, failure: null, lease: null }, ...review });
  }
  const status = map.copy ? "synced" : "not_linked";
  const seen = map.copy ? { bookingUid: map.copy.uid, ...(isNews ? { version } : {}) } : {};
  await record(tx, appointment, { status, error: null, ...seen });
  return rest({ state: status });
}

const REFUSALS = {
  not_mapped: ({ service, staff }: AppointmentDetails) => `no event type for ${service.name} / ${staff.name}`,
  already_begun: () => "begun already, and not entered at Cal.com before",
};

interface Failed extends Facts {
  kind: PushFailure["kind"];
  message: string;
}

async function failed(tx: TransactionContext, { map, appointment, kind, message }: Failed): Promise<Claim> {
  const { state, copy } = map;
  const failure = lasting(state.failure, { kind, message, since: tx.now });
  await writeEventMap(tx, map, { state: { ...state, failure, lease: null } });
  await record(tx, appointment, { status: "failed", error: message, bookingUid: copy?.uid ?? null });
  return rest({ state: "failed", reason: message });
}

type Recorded = Omit<Parameters<typeof recordCalcomSync>[1], "appointmentId">;

/** Tells open pages only of what they don't show yet. */
async function record(tx: TransactionContext, appointment: AppointmentDetails, state: Recorded): Promise<void> {
  const isShown =
    appointment.calcomSyncStatus === state.status &&
    appointment.calcomSyncError === (state.error ?? null) &&
    (state.bookingUid === undefined || appointment.calcomBookingUid === state.bookingUid);
  if (isShown && state.version === undefined) return;
  await recordCalcomSync(tx, { appointmentId: appointment.id, ...state });
}
