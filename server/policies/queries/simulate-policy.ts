import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { listPlaces } from "../repository/places";
import { findPrice } from "../repository/price";
import { judgeCancellation, judgeNoShow, judgeReschedule } from "../rules/judge";
import type { PolicyResult } from "../rules/verdict";
import type { PolicySimulation, SimulatePolicyInput } from "../schema";
import { getPolicies } from "./get-policy";

const TYPES = ["cancellation", "reschedule", "no_show", "deposit"] as const;

/** What the rules would say to a step, for an appointment that nobody has. Nothing is written. */
export async function simulatePolicy(ctx: CompanyContext, input: SimulatePolicyInput): Promise<PolicySimulation> {
  return transact(ctx, async (tx) => {
    await requirePlaces(tx, input);
    const price = await findPrice(tx, input);
    if (!price) throw notFound("service");
    const policies = await getPolicies(tx, { types: TYPES, ...input });
    return { ...price, policy: judge({ input, policies, priceCents: price.priceCents, now: tx.now }) };
  });
}

async function requirePlaces(tx: CompanyContext, { branchId, staffId }: SimulatePolicyInput): Promise<void> {
  const places = await listPlaces(
    tx,
    [branchId, staffId].filter((id) => id != null),
  );
  const has = (id: string) => places.some((place) => place.id === id);
  if (branchId && !has(branchId)) throw notFound("branch");
  if (staffId && !has(staffId)) throw notFound("staff");
}

interface Case {
  input: SimulatePolicyInput;
  policies: Awaited<ReturnType<typeof getPolicies<(typeof TYPES)[number]>>>;
  priceCents: number;
  now: Date;
}

/** As a customer would hear it who has not said yes to anything yet. */
function judge({ input, policies, priceCents, now }: Case): PolicyResult {
  const { startsAt, cancelledBefore, movedBefore } = input;
  const appointment = { startsAt, priceCents, moveCount: movedBefore, depositPaidCents: null };
  const facts = { appointment, now, isConfirmed: false, overrides: false, waivesFee: false };
  const { cancellation, reschedule, no_show, deposit } = policies;
  if (input.step === "no_show") return judgeNoShow({ appointment, policy: no_show });
  if (input.step === "reschedule") return judgeReschedule({ ...facts, policy: reschedule, feeTerms: cancellation });
  const month = { depositPolicy: deposit, cancellationsThisMonth: cancelledBefore };
  return judgeCancellation({ ...facts, ...month, policy: cancellation });
}
