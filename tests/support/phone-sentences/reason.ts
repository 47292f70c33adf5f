import type { Sentences } from "@/server/calls/functions/rules/say/de";
import { sentencesOf } from "@/server/calls/functions/rules/say/voice";
import type { FunctionName, FunctionStatus } from "@/server/calls/functions/schema";
import { type Language, languageOf } from "@/server/speech/rules/languages";
import type { SpeechLanguage } from "@/server/speech/schema";
import type { Answer } from "../telephone";
import type { SpokenLine } from "./spoken-line";

/** Why a function answers as it does, the sentence that says so, and the conversation that brings it about. */
export interface Reason {
  /** Each of these functions answers so. */
  from: readonly FunctionName[];
  status: FunctionStatus;
  says: (say: Sentences, spoken: Language) => string;
  asked: (line: SpokenLine, name: FunctionName) => Promise<Answer>;
}

/** Stands for whatever a sentence speaks of: a time, a name, a price. */
export const ANY = "\u0001";
export const ANY_SLOT = { when: ANY, service: ANY, staff: ANY };

/** The whole answer, word for word, but for what it speaks of. */
export function patternOf({ says }: Pick<Reason, "says">, language: SpeechLanguage): RegExp {
  const sentence = says(sentencesOf(language), languageOf(language));
  return new RegExp(`^${sentence.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(ANY, ".+?")}$`, "u");
}

/** Which sentences a reason says: "notFree", "closedReasons.holiday". */
export function keysOf({ says }: Pick<Reason, "says">): string[] {
  const keys = new Set<string>();
  says(watched(sentencesOf("de"), { path: "", keys }) as Sentences, languageOf("de"));
  return [...keys];
}

/** Every sentence that there is. */
export const allKeys = (): string[] =>
  Object.entries(sentencesOf("de")).flatMap(([key, value]) =>
    isGroup(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key],
  );

const isGroup = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

interface Watch {
  path: string;
  keys: Set<string>;
}

function watched(sentences: object, { path, keys }: Watch): object {
  return new Proxy(sentences, {
    get(target, key) {
      const value = Reflect.get(target, key) as unknown;
      const here = `${path}${String(key)}`;
      if (isGroup(value)) return watched(value, { path: `${here}.`, keys });
      keys.add(here);
      return value;
    },
  });
}
