import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import type { AppointmentState } from "@/server/appointments/schema";
import { askTogether } from "@/server/core/ask-together";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { admitIntegrationCall } from "@/server/integrations/commands/admit-integration-call";
import { listMappings } from "../repository/connection";
import { type EventMap, lockKnownPart, lockPart, type PartPlace, writeEventMap } from "../repository/event-map";
import { findPartName } from "../repository/part-name";
import { listPartsOf } from "../repository/parts";
import { lasting } from "../rules/failure";
import { type NextStep, nextStep } from "../rules/next-step";
import type { AppointmentPart } from "../rules/parts";
import type { BegunStep, PushFailure, PushOutcome } from "../schema";
import { record, recordRest } from "./record-push";

/** Longer than any one step may take, so that nobody follows while it is under way. */
const LEASE_MS = 60_000;

/** `find`: an earlier step was begun and its result never learnt. */
export type Step = Extract<NextStep, { uid: string } | { eventTypeId: number }> | { action: "find" };

export interface ClaimedStep {
  step: Step;
  /** What was written down before the call: the step itself, or the earlier one that is looked for. */
  begun: BegunStep;
  token: string;
  appointment: AppointmentState;
  /** Which part of the appointment it is about. */
  position: number;
}
export interface PushManner {
  isLastTry: boolean;
  /** Nobody waits for it. */
  isPatient?: boolean;
}
export type PartPush = PartPlace & PushManner;
export type Claim = { step: null; outcome: PushOutcome } | ClaimedStep;

// Not audited: the change itself was audited when it was made here.
/**
 * Decides by both sides' latest state what is to be done next about a part of an appointment, and writes it down before it is
 * done: whoever comes after a crash knows what may have happened. One at a time for each part.
 */
export async function claimStep(
  ctx: CompanyContext,
  { isLastTry, isPatient = false, ...place }: PartPush,
): Promise<Claim> {
  return transact(ctx, async (tx) => {
    const facts = await lockFacts(tx, place);
    const { map, appointment } = facts;
    const manner = { isLastTry, isPatient };
    const { lease, begun } = map.state;
    if (lease && lease.until > map.lockedAt) return rest({ state: "waiting", seconds: 10, reason: "in progress" });
    if (begun) return claim(tx, { ...facts, ...manner, step: { action: "find" }, begun });
    if (isLeftToPerson(map, appointment)) return rest({ state: "failed", reason: "waits for a person's decision" });
    const step = await nextStepOf(tx, facts);
    if (step.action === "nothing") return atRest(tx, facts);
    if (step.action === "refuse") {
      return failed(tx, { ...facts, kind: "refusal", message: await sayWhyNot(tx, { ...facts, reason: step.reason }) });
    }
    return claim(tx, { ...facts, ...manner, step, begun: toBegun(step) });
  });
}

/** As they are while nobody else is at this part; in one exchange, once the part has its row. */
async function lockFacts(tx: TransactionContext, place: PartPlace): Promise<Facts> {
  const look = () =>
    askTogether<[EventMap | null, AppointmentState, AppointmentPart[]]>(tx, () => [
      lockKnownPart(tx, place),
      getAppointmentState(tx, place),
      listPartsOf(tx, place.appointmentId),
    ]);
  const [known, ...facts] = await look();
  if (known) return { map: known, appointment: facts[0], parts: facts[1] };
  await lockPart(tx, place);
  const [map, appointment, parts] = await look();
  if (!map) throw notFound("appointment");
  return { map, appointment, parts };
}

/** What brings the copy of a part nearer to it, now or as it was then. */
export async function nextStepOf(
  tx: TransactionContext,
  { map, parts, appointment, now = tx.now }: Facts & { now?: Date },
): Promise<NextStep> {
  const part = parts.find(({ position }) => position === map.position) ?? null;
  const { id: visitId } = appointment.service;
  const own = part ? await listMappings(tx, part.serviceId) : [];
  // What is only a part of something stands for itself there, or by a type for all parts of it.
  const mappings = own.length > 0 || part?.serviceId === visitId ? own : await listMappings(tx, visitId);
  return nextStep({ appointment: part, mappings, copy: map.copy, now });
}

/** What was done over there and can't be done here is not undone over there either, until somebody changes it here. */
const isLeftToPerson = ({ reviewReason, state }: EventMap, { version }: AppointmentState): boolean =>
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
  appointment: AppointmentState;
  parts: readonly AppointmentPart[];
}

interface Wish extends Facts, PushManner {
  step: Step;
  begun: BegunStep;
}

async function claim(tx: TransactionContext, wish: Wish): Promise<Claim> {
  const { map, appointment, isLastTry, isPatient = false, step, begun } = wish;
  const admission = await admitIntegrationCall(tx, { provider: "calcom", isPatient });
  if (!admission.isAllowed) {
    const message = "Cal.com is left alone for a moment";
    if (isLastTry) return failed(tx, { ...wish, kind: "fault", message });
    await record(tx, appointment, { status: "pending", error: message });
    return rest({ state: "waiting", seconds: admission.waitSeconds, reason: message });
  }
  const token = newId();
  const until = new Date(map.lockedAt.getTime() + LEASE_MS);
  await writeEventMap(tx, map, { state: { ...map.state, begun, lease: { token, until } } });
  await record(tx, appointment, { status: "pending", error: map.state.failure?.message ?? null });
  return { step, begun, token, appointment, position: map.position };
}

/** Both sides are as they should be. A cancelled appointment that never was over there is not linked to anything. */
async function atRest(tx: TransactionContext, { map, appointment, parts }: Facts): Promise<Claim> {
  const { version } = appointment;
  const isNews = map.state.failure !== null || map.state.version !== version;
  if (isNews) {
    // What somebody has to look at for another reason than a step that failed or could not be taken stays with them.
    const isSettled = map.reviewReason !== null || (map.state.failure !== null && map.driftStatus === "manual_review");
    const review = isSettled ? { review: null } : {};
    await writeEventMap(tx, map, { state: { ...map.state, version, failure: null, lease: null }, ...review });
  }
  return rest({ state: await recordRest(tx, { map, appointment, parts, isNews }) });
}

/** Of a visit of several parts it names the one that could not be written. */
async function sayWhyNot(
  tx: TransactionContext,
  { reason, map, appointment }: Facts & { reason: "not_mapped" | "already_begun" },
): Promise<string> {
  if (reason === "already_begun") return "begun already, and not entered at Cal.com before";
  const { id: appointmentId, service, staff } = appointment;
  const part = await findPartName(tx, { appointmentId, position: map.position });
  const what = part && part.name !== service.name ? `${service.name} (${part.name})` : service.name;
  return `no event type for ${what} / ${part?.staff ?? staff.name}`;
}

interface Failed extends Facts {
  kind: PushFailure["kind"];
  message: string;
}

async function failed(tx: TransactionContext, { map, appointment, kind, message }: Failed): Promise<Claim> {
  const { state, copy } = map;
  const failure = lasting(state.failure, { kind, message, since: tx.now });
  await writeEventMap(tx, map, { state: { ...state, failure, lease: null } });
  const seen = map.position === 0 ? { bookingUid: copy?.uid ?? null } : {};
  await record(tx, appointment, { status: "failed", error: message, ...seen });
  return rest({ state: "failed", reason: message });
}
