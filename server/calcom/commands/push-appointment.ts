import { recordCalcomSync } from "@/server/appointments/commands/record-calcom-sync";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { type Calcom, createCalcom } from "../adapters/calcom";
import { CalcomError } from "../adapters/calcom-error";
import { findApiKey } from "../repository/connection";
import type { PushAppointmentInput, PushOutcome } from "../schema";
import { type ClaimedStep, claimStep } from "./claim-step";
import { settleFailure, settleSuccess } from "./settle-step";
import { takeStep } from "./take-step";

/** Enough for the longest way: find, cancel, find, create, find, move. */
const MAX_STEPS = 8;

/**
 * Brings the copy of an appointment at Cal.com to where the appointment is now: there is one booking over there exactly if
 * it stands here, however often and whenever this runs. Throws INTEGRATION_UNAVAILABLE when another try may help.
 */
export async function pushAppointment(ctx: CompanyContext, input: PushAppointmentInput): Promise<PushOutcome> {
  const { appointmentId, isLastTry = false } = input;
  const apiKey = await transact(ctx, (tx) => findApiKey(tx));
  if (!apiKey) return leaveUnlinked(ctx, appointmentId);
  const calcom = createCalcom({ apiKey });
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const claim = await claimStep(ctx, { appointmentId, isLastTry });
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
    const copy = await takeStep(ctx, calcom, claim);
    const quota = calcom.quota();
    await settleSuccess(ctx, { claim, copy, ...(quota?.remaining === 0 ? { pauseSeconds: quota.resetSeconds } : {}) });
    return null;
  } catch (error) {
    if (!(error instanceof CalcomError)) throw error;
    return settleFailure(ctx, { claim, error, isLastTry });
  }
}

// Not audited: it tells what the other side knows, nothing changed here.
async function leaveUnlinked(ctx: CompanyContext, appointmentId: string): Promise<PushOutcome> {
  return transact(ctx, async (tx) => {
    const { calcomSyncStatus } = await getAppointment(tx, { appointmentId });
    if (calcomSyncStatus !== "not_linked") await recordCalcomSync(tx, { appointmentId, status: "not_linked" });
    return { state: "not_linked" };
  });
}
