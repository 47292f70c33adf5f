import { findNextOpening } from "@/server/availability/queries/find-next-opening";
import type { TransactionContext } from "@/server/core/context";
import { isOwnNumber } from "../../repository/fallbacks";
import { ok } from "../rules/answers";
import { chooseBranch } from "../rules/choose-branch";
import type { PhoneBranch } from "../rules/phone";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";

export interface TransferTarget {
  number: string | null;
  name: string;
}

/** Whom a caller may be put through to now: the branch's people while it is open, nobody when it is closed. */
export async function transferTarget(tx: TransactionContext, branch: PhoneBranch): Promise<TransferTarget> {
  const { name, fallbackPhone, phone } = branch;
  const number = await firstAnsweredByPeople(tx, [fallbackPhone, phone]);
  if (!number) return { number: null, name };
  const opensAt = await findNextOpening(tx, { branchId: branch.id });
  return { number: opensAt.getTime() <= tx.now.getTime() ? number : null, name };
}

/** A business often names the number that its agent answers: who is put through there comes back to where they were. */
async function firstAnsweredByPeople(
  tx: TransactionContext,
  numbers: readonly (string | null)[],
): Promise<string | null> {
  for (const number of numbers) if (number && !(await isOwnNumber(tx, number))) return number;
  return null;
}

export async function findTransferTarget(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const named = chooseBranch(call.phone, call.args);
  const target = await transferTarget(tx, "found" in named ? named.found : call.phone.branch);
  const { say } = call.voice;
  if (target.number) return ok(say.transferring(target.name), { ...target });
  return { status: "unavailable", ...target, next_function: "request-callback", say: say.nobodyThere() };
}
