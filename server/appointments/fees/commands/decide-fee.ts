import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { customerFeeDecided } from "../events";
import { type FeeRow, findFee, listStandingFees, writeFee } from "../repository";
import { checkDecision } from "../rules";
import type { DecideFeeInput, FeeStatus, FeeView } from "../schema";
import { toFeeView } from "../views";

const ACTION = { released: "release_fees", waived: "waive_fees", paid: "settle_fees" } as const;
type Decision = keyof typeof ACTION;

/** Somebody says that the customer is to pay it: from here on it may be charged. */
export const releaseFee = (ctx: CompanyContext, input: DecideFeeInput) => decideFee(ctx, { ...input, to: "released" });
/** Somebody lets it go. */
export const waiveFee = (ctx: CompanyContext, input: DecideFeeInput) => decideFee(ctx, { ...input, to: "waived" });
/** The customer has paid it at the counter. */
export const settleFee = (ctx: CompanyContext, input: DecideFeeInput) => decideFee(ctx, { ...input, to: "paid" });

async function decideFee(ctx: CompanyContext, { to, ...input }: DecideFeeInput & { to: Decision }): Promise<FeeView> {
  return transact(ctx, async (tx) => {
    const before = await findFee(tx, input.feeId);
    if (!before) throw notFound("fee");
    if (input.version !== undefined && input.version !== before.version)
      throw new AppError({
        code: "VERSION_CONFLICT",
        reason: "changed_meanwhile",
        details: { version: before.version, status: before.status },
      });
    const refusal = checkDecision(before.status, to);
    if (refusal) throw new AppError(refusal);
    await decide(tx, { before, to, reason: input.reason || null });
    const after = await findFee(tx, before.id);
    if (!after) throw notFound("fee");
    return toFeeView(after);
  });
}

/** The step that caused them was taken back: what nobody has paid yet is due no longer. */
export async function dropFees(tx: TransactionContext, { appointmentId }: { appointmentId: string }): Promise<void> {
  await drop(tx, await listStandingFees(tx, { appointmentId, kinds: ["cancellation", "no_show"] }));
}

interface TakenBackMove {
  appointmentId: string;
  movedAt: Date;
}
/** The same of a move, which may have been one of several. */
export async function dropMoveFees(tx: TransactionContext, { appointmentId, movedAt }: TakenBackMove): Promise<void> {
  await drop(tx, await listStandingFees(tx, { appointmentId, kinds: ["reschedule"], createdAt: movedAt }));
}

async function drop(tx: TransactionContext, fees: FeeRow[]): Promise<void> {
  for (const before of fees) await decide(tx, { before, to: "waived", reason: "step_taken_back" });
}

interface Decided {
  before: FeeRow;
  to: Decision;
  reason: string | null;
}

async function decide(tx: TransactionContext, { before, to, reason }: Decided): Promise<void> {
  const decision = { decidedBy: { ...tx.actor }, decidedAt: tx.now, decisionReason: reason };
  await writeFee(tx, before, { status: to satisfies FeeStatus, ...decision });
  const { id: feeId, customerId, appointmentId, amountCents } = before;
  recordAudit(tx, {
    action: ACTION[to],
    subjectType: "customer",
    subjectId: customerId,
    before: { feeId, appointmentId, amountCents, status: before.status },
    after: { status: to, reason },
  });
  await publish(tx, customerFeeDecided, { customerId, appointmentId, feeId, from: before.status, to });
}
