import type { WordTime } from "@/server/calls/rules/word-times";
import type { Random } from "../random";

export interface Turn {
  role: "agent" | "user";
  text: string;
  /** Seconds since the call began. */
  start: number;
  end: number;
  /** At which letter each word begins, and when. */
  words: WordTime[];
}

export interface Invocation {
  name: string;
  arguments: Record<string, unknown>;
  result: Record<string, unknown>;
  status: "ok" | "unavailable" | "needs_input";
  /** Seconds since the call began. */
  at: number;
  durationMs: number;
}

/** A call being told, line by line; the times follow from how long one talks. */
export interface Conversation {
  agent(text: string): void;
  user(text: string): void;
  /** A function that the agent calls while it talks. */
  invoke(name: string, args: Record<string, unknown>, result: Record<string, unknown>): void;
  silence(seconds: number): void;
  readonly turns: Turn[];
  readonly invocations: Invocation[];
  readonly seconds: number;
}

const AGENT_LETTERS_PER_SECOND = 13.5;
const CALLER_LETTERS_PER_SECOND = 11;

export function startConversation(random: Random): Conversation {
  const turns: Turn[] = [];
  const invocations: Invocation[] = [];
  let clock = 0.4;
  const say = (role: Turn["role"], text: string, pace: number) => {
    const start = clock;
    clock += 0.5 + text.length / pace;
    turns.push({ role, text, start: round(start), end: round(clock), words: paceWords(text, start, clock) });
    clock += 0.5 + 1.3 * random.next();
  };
  return {
    turns,
    invocations,
    get seconds() {
      return clock;
    },
    agent: (text) => say("agent", text, AGENT_LETTERS_PER_SECOND),
    user: (text) => say("user", text, CALLER_LETTERS_PER_SECOND),
    silence: (seconds) => {
      clock += seconds;
    },
    invoke: (name, args, result) => {
      const status = (result.status as Invocation["status"]) ?? "ok";
      const durationMs = 14 + Math.round(60 * random.next() ** 3 + (name.startsWith("book") ? 25 : 0));
      invocations.push({ name, arguments: args, result, status, at: round(clock), durationMs });
      clock += 0.3 + 0.5 * random.next();
    },
  };
}

/** A long word takes longer than a short one. */
function paceWords(text: string, start: number, end: number): WordTime[] {
  return [...text.matchAll(/\S+/g)].map(({ index }) => [index, round(start + ((end - start) * index) / text.length)]);
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100;
