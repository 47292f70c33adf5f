import type { Refusal } from "@/server/core/errors";
import { refundableDepositCents } from "@/server/policies/rules/deposit";
import type { DepositPolicy } from "@/server/policies/schema";
import { isMovable } from "../rules/status";
import type { AppointmentStatus } from "../schema";
import type { DepositAction, DepositView } from "./schema";

interface Deposited {
  status: AppointmentStatus;
  startsAt: Date;
  cancelledAt: Date | null;
  depositCents: number | null;
  depositPaidCents: number | null;
  depositPaidAt: Date | null;
  depositReturnedAt: Date | null;
  depositReturnedCents: number | null;
  depositGoesBack: boolean | null;
}
type Cancelled = Pick<Deposited, "status" | "startsAt" | "cancelledAt">;
interface TakenFromIt {
  fromDepositCents: number;
  status: string;
}
interface Terms {
  fees: readonly TakenFromIt[];
  policy: DepositPolicy;
}

type Asked = Pick<Deposited, "depositCents" | "depositPaidCents">;
export const isDepositAsked = ({ depositCents, depositPaidCents }: Asked): boolean =>
  Boolean(depositCents) || Boolean(depositPaidCents);

/** What was asked for beforehand and how it stands; a fee is first taken from it, and only in time does the rest go back. */
export function depositOf(row: Deposited, { fees, policy }: Terms): DepositView | null {
  const { depositCents: dueCents } = row;
  const [paidCents, returnedCents] = [row.depositPaidCents ?? 0, row.depositReturnedCents];
  if (!isDepositAsked(row)) return null;
  const kept = fees.filter(({ status }) => status !== "waived");
  const keptCents = kept.reduce((sum, { fromDepositCents }) => sum + fromDepositCents, 0);
  // What a fee has let go again after the rest went back is still here.
  const leftCents = Math.max(0, paidCents - keptCents - (returnedCents ?? 0));
  const refundableCents = (row.depositGoesBack ?? goesBack(row, policy)) ? leftCents : 0;
  return {
    dueCents: dueCents ?? 0,
    paidCents,
    openCents: takesPlace(row.status) ? Math.max(0, (dueCents ?? 0) - (paidCents - (returnedCents ?? 0))) : 0,
    paidAt: row.depositPaidAt,
    keptCents,
    refundableCents,
    withheldCents: leftCents - refundableCents,
    returnedAt: row.depositReturnedAt,
    returnedCents,
  };
}

const takesPlace = (status: AppointmentStatus): boolean => isMovable(status) || status === "in_progress";

/** Of what takes place it is a part of the price, and nobody who stayed away gets it back: only a cancellation in time. */
export function goesBack({ status, startsAt, cancelledAt }: Cancelled, policy: DepositPolicy): boolean {
  if (status !== "cancelled" || !cancelledAt) return false;
  return refundableDepositCents(policy, { depositPaidCents: 1, startsAt, now: cancelledAt }) > 0;
}

interface Wished {
  action: DepositAction;
  status: AppointmentStatus;
  amountCents?: number | null | undefined;
  overridesPolicy?: boolean | undefined;
  reason?: string | null | undefined;
}

/** What is received or given back now: for what still takes place, and as far as anything of it is due, or left. */
export function settleDeposit(deposit: DepositView | null, wished: Wished): { cents: number } | Refusal {
  if (!deposit) return refuse("no_deposit_asked");
  return wished.action === "received" ? receive(deposit, wished) : giveBack(deposit, wished);
}

const refuse = (reason: string): Refusal => ({ code: "INVALID_TRANSITION", reason });

function receive({ openCents: due }: DepositView, { status, amountCents }: Wished) {
  if (!takesPlace(status)) return refuse(`is_${status}`);
  if (due === 0) return refuse("deposit_paid_already");
  const cents = amountCents ?? due;
  return cents > due ? tooMuch("deposit_above_due", due) : { cents };
}

function giveBack(deposit: DepositView, { amountCents, overridesPolicy, reason }: Wished) {
  const { refundableCents, withheldCents, paidCents } = deposit;
  if (paidCents === 0) return refuse("deposit_not_paid");
  if (refundableCents + withheldCents === 0) return refuse(usedUp(deposit));
  const cents = amountCents ?? (overridesPolicy ? refundableCents + withheldCents : refundableCents);
  if (cents > refundableCents + withheldCents) return tooMuch("deposit_above_left", refundableCents + withheldCents);
  if (cents > refundableCents || cents === 0) {
    if (!overridesPolicy) return { code: "POLICY_BLOCKED" as const, reason: "deposit_withheld" };
    if (!reason) return { code: "VALIDATION_ERROR" as const, reason: "deposit_reason_missing" };
  }
  return { cents };
}

const usedUp = ({ returnedAt }: DepositView) => (returnedAt ? "deposit_returned_already" : "deposit_used_up");

function tooMuch(reason: string, mostCents: number): Refusal {
  return { code: "VALIDATION_ERROR", reason, details: { most_cents: mostCents } };
}
