import { matchByName } from "@/server/speech/rules/match-name";
import { sayList } from "@/server/speech/rules/say";
import type { FunctionArgs } from "../schema";
import { decide } from "./choice";
import type { Phone, PhoneBranch } from "./phone";
import { sentencesOf } from "./say/voice";

/** The branch that was called, or another of the same company that is named; never one of another company. */
export function chooseBranch(phone: Phone, args: FunctionArgs): { found: PhoneBranch } | { ask: string } {
  const said = args.branch_id ?? args.branch;
  if (!said) return { found: phone.branch };
  const exact = phone.branches.find(({ id }) => id === said);
  if (exact) return { found: exact };
  const decision = decide(matchByName(said, phone.branches));
  const found = decision && "id" in decision ? phone.branches.find(({ id }) => id === decision.id) : undefined;
  if (found) return { found };
  if (phone.branches.length === 1) return { found: phone.branch };
  const names = sayList(
    phone.branches.map(({ name }) => name),
    { language: phone.language },
  );
  return { ask: sentencesOf(phone.language).whichBranch(names) };
}
