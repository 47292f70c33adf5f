import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import { getAppointmentState } from "@/server/appointments/queries/get-appointment-state";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { reading, transact } from "@/server/core/transact";
import { type Calcom, createCalcom } from "../adapters/calcom";
import { CalcomError } from "../adapters/calcom-error";
import { findApiKey } from "../repository/connection";
import { listPartMaps } from "../repository/event-map";
import { hasSeveralParts, listPartsOf } from "../repository/parts";
import { toSuccess } from "../rules/allowance";
import { isLive } from "../rules/next-step";
import { orderOfParts, outcomeOf } from "../rules/parts";
import type { PushAppointmentInput, PushOutcome } from "../schema";
import { type ClaimedStep, claimStep, type PartPush } from "./claim-step";
import { settleFailure, settleSuccess } from "./settle-step";
import { takeStep } from "./take-step";

/** Enough for the longest way: find, cancel, find, create, find, move. */
const MAX_STEPS = 8;

/**
 * Brings the copy of an appointment at Cal.com to where the appointment is now: for each part of it there is one booking over
 * there exactly if it stands here, however often and whenever this runs. Throws INTEGRATION_UNAVAILABLE when another try may help.
 */
export async function pushAppointment(ctx: CompanyContext, input: PushAppointmentInput): Promise<PushOutcome> {
  const { appointmentId, isLastTry = false, isPatient = false } = input;
  const { apiKey, positions } = await reading(ctx, async (tx) => {
    return { apiKey: await findApiKey(tx), positions: await positionsOf(tx, appointmentId) };
  });
  if (!apiKey) return leaveUnlinked(ctx, appointmentId);
  const calcom = createCalcom({ apiKey });
  const outcomes = new Map<number, PushOutcome>();
  // What was refused because another part was in its way may be free when that one has gone.
  for (const isAgain of positions.length > 1 ? [false, true] : [false]) {
    for (const position of positions) {
      if (isAgain && outcomes.get(position)?.state !== "failed") continue;
      const outcome = await pushPart(ctx, calcom, { appointmentId, position, isLastTry, isPatient });
      if (outcome.state === "waiting") return outcome;
      outcomes.set(position, outcome);
    }
  }
  return outcomeOf([...outcomes.values()]);
}

/** In the order in which none is in another's way. */
async function positionsOf(tx: TransactionContext, appointmentId: string): Promise<number[]> {
  if (!(await hasSeveralParts(tx, appointmentId))) return [0];
  const parts = await listPartsOf(tx, appointmentId);
  const maps = await listPartMaps(tx, appointmentId);
  const there = maps.map(({ position, copy }) => {
    return { position, startsAt: copy && isLive(copy) ? copy.startsAt : null };
  });
  const positions = orderOfParts(parts, there);
  return positions.length > 0 ? positions : [0];
}

async function pushPart(ctx: CompanyContext, calcom: Calcom, push: PartPush): Promise<PushOutcome> {
  const { isLastTry } = push;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const claim = await claimStep(ctx, push);
    if (claim.step === null) return claim.outcome;
    const failed = await take(ctx, calcom, { claim, isLastTry });
    if (failed) return failed;
  }
  throw new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: "calcom_unsettled" });
}

async function take(
  ctx: CompanyContext,
  calcom: Calcom,
  { claim, isLastTry }: { claim: ClaimedStep; isLastTry: boolean },
): Promise<PushOutcome | null> {
  try {
    const booking = await takeStep(ctx, calcom, claim);
    await settleSuccess(ctx, { claim, booking, result: toSuccess(calcom.quota()) });
    return null;
  } catch (error) {
    if (!(error instanceof CalcomError)) throw error;
    return settleFailure(ctx, { claim, error, isLastTry });
  }
}

// Not audited: it tells what the other side knows, nothing changed here.
async function leaveUnlinked(ctx: CompanyContext, appointmentId: string): Promise<PushOutcome> {
  return transact(ctx, async (tx) => {
    const { calcomSyncStatus } = await getAppointmentState(tx, { appointmentId });
    if (calcomSyncStatus !== "not_linked") await recordCalcomSync(tx, { appointmentId, status: "not_linked" });
    return { state: "not_linked" };
  });
}
