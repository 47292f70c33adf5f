import { functionName } from "@/server/calls/functions/schema";
import { platformClient } from "@/server/core/db";
import { type Answer, ask, askRaw, ringing } from "../telephone";
import { ANY, type Reason } from "./reason";
import { editBranch, hidden, opening, type SpokenLine } from "./spoken-line";

const ALL = functionName.options;
const PERSON = "+493023125000";
const cry = { reason: "chest pain" };
const operator = { wish: "operator", question: "operator", text: "operator", topic: "operator" };
const others = (...names: string[]) => ALL.filter((name) => !names.includes(name));

const fails = async (line: SpokenLine, fallbackPhone: string | null) => {
  await editBranch(line, { fallbackPhone });
  await editBranch(line, { isActive: false });
};

/** Says the same to each function: what is more important than whatever was asked, and that nothing works. */
export const BEFORE_ALL: Reason[] = [
  {
    from: others("request-callback"),
    status: "not_allowed",
    says: (say) => say.emergency(),
    asked: (line, name) => ask(name, line.call, cry),
  },
  {
    from: ["request-callback"],
    status: "ok",
    says: (say) => `${say.emergency()} ${say.emergencyCallback(ANY)}`,
    asked: (line, name) => ask(name, line.call, cry),
  },
  {
    from: ["request-callback"],
    status: "needs_input",
    says: (say) => `${say.emergency()} ${say.askCallbackPhone()}`,
    asked: (line, name) => ask(name, hidden(line), cry),
  },
  {
    from: others("request-callback", "transfer-target"),
    status: "not_allowed",
    says: (say) => say.human(true),
    asked: async (line, name) => {
      await editBranch(line, { fallbackPhone: PERSON });
      await opening(line, "always");
      return ask(name, line.call, operator);
    },
  },
  {
    from: others("request-callback", "transfer-target"),
    status: "not_allowed",
    says: (say) => say.human(false),
    asked: async (line, name) => {
      await opening(line, "never");
      return ask(name, line.call, operator);
    },
  },
  {
    from: ALL,
    status: "error",
    says: (say) => say.failure(),
    asked: async (line, name) => {
      await fails(line, null);
      return ask(name, line.call, { reason: "x" });
    },
  },
  {
    from: ALL,
    status: "error",
    says: (say) => say.failedAgain("Hauptfiliale"),
    asked: async (line, name) => {
      await fails(line, PERSON);
      await ask(name, line.call, { reason: "x" });
      return ask(name, line.call, { reason: "x" });
    },
  },
  {
    from: ALL,
    status: "error",
    says: (say) => say.takingMessage(),
    asked: async (line, name) => {
      await fails(line, null);
      await ask(name, line.call, { reason: "x" });
      return ask(name, line.call, { reason: "x" });
    },
  },
  {
    from: ALL,
    status: "not_allowed",
    says: (say) => say.unknownNumber(),
    asked: (line, name) => ask(name, ringing(line.company, { call_id: "" })),
  },
  {
    from: ALL,
    status: "error",
    says: (say) => say.tooFast(),
    asked: async ({ call }, name) => {
      await ask("check-customer", call);
      const { id } = await platformClient().call.findFirstOrThrow({ where: { retellCallId: call.call_id } });
      // Of this minute and, should it end just now, of the next one.
      const windowStart = new Date(Math.floor(Date.now() / 60_000) * 60_000);
      await platformClient().rateLimitBucket.updateMany({
        where: { bucket: `phone:${id}` },
        data: { count: 1_000_000, windowStart },
      });
      return (await askRaw(name, JSON.stringify({ name, call, args: {} })).then((answer) => answer.json())) as Answer;
    },
  },
];
