import type { TransactionContext } from "@/server/core/context";
import type { BookingPolicy } from "@/server/policies/schema";
import { identityLevel } from "../rules/phone";
import type { FunctionAnswer } from "../schema";
import { confirmIdentity } from "./confirm-identity";
import type { FunctionCall } from "./function-call";
import { recogniseByName } from "./recognise-by-name";

/** Where the booking rule wants a number that is confirmed: what to ask before anything is booked, or null. */
export async function askForProof(
  tx: TransactionContext,
  { call, policy }: { call: FunctionCall; policy: Pick<BookingPolicy, "requirePhoneVerification"> },
): Promise<FunctionAnswer | null> {
  if (identityLevel(call.phone) >= 2 || !policy.requirePhoneVerification) return null;
  const confirmed = await confirmIdentity(tx, await recogniseByName(tx, call));
  return "answer" in confirmed ? confirmed.answer : null;
}
