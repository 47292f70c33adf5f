import type { FunctionName } from "@/server/calls/functions/schema";
import { platformClient } from "@/server/core/db";
import { setPolicy } from "../salon-line";
import { type Answer, ask, type Call } from "../telephone";
import type { Reason } from "./reason";
import { atNine, booked, hidden, onLandline, ours, type SpokenLine, shareNumber, wantProof } from "./spoken-line";

/** A wrong one, wherever six digits are right. */
const WRONG = { code: "1" };
const needs = { status: "needs_input" } as const;
const refused = { status: "not_allowed" } as const;

/** They want to be sure before they do anything; booking does where the rule says so. */
const CHANGING: FunctionName[] = ["cancel-appointment", "reschedule-appointment", "book-appointment"];
const PROVING: FunctionName[] = [...CHANGING, "verify-code"];
/** Looking up asks for nothing until something is said as a proof. */
const HEARING: FunctionName[] = [...PROVING, "find-appointments"];

async function prepare(line: SpokenLine, { name, mode }: { name: FunctionName; mode: "code" | "birthdate" }) {
  await wantProof(line, mode);
  if (name !== "book-appointment") {
    await booked(line);
    return;
  }
  await setPolicy(line, "booking", { requirePhoneVerification: true });
}

const proof =
  (mode: "code" | "birthdate", ...turns: Record<string, unknown>[]) =>
  async (line: SpokenLine, name: FunctionName): Promise<Answer> => {
    await prepare(line, { name, mode });
    return lastOf(line.call, { name, turns });
  };

async function lastOf(call: Call, { name, turns }: { name: FunctionName; turns: Record<string, unknown>[] }) {
  let last: Answer = {};
  for (const args of turns) last = await ask(name, call, { ...atNine, ...args });
  return last;
}

async function triedTooOften(line: SpokenLine, name: FunctionName): Promise<Answer> {
  await prepare(line, { name, mode: "code" });
  await ask("check-customer", line.call);
  await platformClient().call.updateMany({ where: ours(line), data: { verificationTries: 5 } });
  return ask(name, line.call, { ...atNine, ...WRONG });
}

/** Who is calling, as far as that has to be proved. */
export const IDENTITY: Reason[] = [
  {
    ...refused,
    from: [...HEARING, "send-code"],
    says: (say) => say.whoAreYou(),
    asked: async (line, name) => {
      await prepare(line, { name, mode: "code" });
      return ask(name, hidden(line), { ...atNine, ...WRONG });
    },
  },
  {
    ...needs,
    from: [...HEARING, "send-code"],
    says: (say) => say.whichCaller(),
    asked: async (line, name) => {
      await prepare(line, { name, mode: "code" });
      await shareNumber(line);
      return ask(name, line.call, { ...atNine, ...WRONG });
    },
  },
  { ...needs, from: HEARING, says: (say) => say.codeSent(), asked: proof("code", WRONG) },
  { from: ["send-code"], status: "ok", says: (say) => say.codeSent(), asked: proof("code", {}) },
  { ...needs, from: PROVING, says: (say) => say.askCode(), asked: proof("code", {}, {}) },
  {
    ...needs,
    from: HEARING,
    says: (say) => say.askCode(),
    asked: proof("code", WRONG, { code: "hm" }),
  },
  { from: ["send-code"], status: "ok", says: (say) => say.askCode(), asked: proof("code", {}, {}) },
  { ...needs, from: HEARING, says: (say) => say.wrongCode(), asked: proof("code", WRONG, WRONG) },
  {
    ...needs,
    from: [...HEARING, "send-code"],
    says: (say) => say.askBirthdate(),
    asked: proof("birthdate", WRONG),
  },
  {
    ...needs,
    from: HEARING,
    says: (say) => say.birthdateUnclear(),
    asked: proof("birthdate", { birthdate: "hm" }),
  },
  {
    ...needs,
    from: HEARING,
    says: (say) => say.wrongBirthdate(),
    asked: proof("birthdate", { birthdate: "1985-03-15" }),
  },
  { ...refused, from: [...HEARING, "send-code"], says: (say) => say.triedTooOften(), asked: triedTooOften },
  {
    ...refused,
    from: [...HEARING, "send-code"],
    says: (say) => say.noCodeHere(),
    asked: async (line, name) => {
      await prepare(line, { name, mode: "code" });
      return ask(name, await onLandline(line), { ...atNine, ...WRONG });
    },
  },
  {
    from: ["verify-code"],
    status: "ok",
    says: (say) => say.identityProved(),
    asked: proof("birthdate", { birthdate: "1985-03-14" }),
  },
  {
    from: ["send-code"],
    status: "ok",
    says: (say) => say.identityProved(),
    asked: async (line, name) => {
      await wantProof(line, "birthdate");
      await ask("verify-code", line.call, { birthdate: "1985-03-14" });
      return ask(name, line.call, {});
    },
  },
  {
    from: ["send-code", "verify-code"],
    status: "ok",
    says: (say) => say.proofNotNeeded(),
    asked: (line, name) => ask(name, line.call, WRONG),
  },
];
