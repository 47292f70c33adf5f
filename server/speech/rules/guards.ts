import type { Emergency, GuardWords } from "./contact-language";
import { fold } from "./fold";
import { allLanguages } from "./languages";

export type { Emergency } from "./contact-language";

interface EmergencyFound {
  kind: Emergency;
  /** The words that raised it, for the record. */
  heard: string;
}

const LANGUAGES: readonly GuardWords[] = allLanguages().map(({ contacts }) => contacts.guards);
/** Any of what the languages list, as words of their own. */
const anyOf = (pick: (words: GuardWords) => readonly string[], flags = ""): RegExp =>
  new RegExp(String.raw`\b(?:${LANGUAGES.flatMap(pick).join("|")})\b`, flags);

const KINDS: readonly Emergency[] = ["medical", "gas", "general"];
const EMERGENCIES: readonly [Emergency, RegExp][] = KINDS.flatMap((kind) =>
  LANGUAGES.flatMap(({ emergencies }) => emergencies)
    .filter(([one]) => one === kind)
    .map(([, words]): [Emergency, RegExp] => [kind, new RegExp(String.raw`\b(?:${words.join("|")})\b`)]),
);

/** "Kein Notfall" and "falls es ein Notfall wird" are none. */
const NEGATED = new RegExp(String.raw`\b(?:${LANGUAGES.flatMap(({ negations }) => negations).join("|")}) (?:\w+ )?$`);

/** "Hatte 2019 einen Herzinfarkt", "Reha nach Schlaganfall": over, and said for whoever treats them. */
const LONG_AGO = anyOf(({ longAgo }) => longAgo);
const RIGHT_NOW = anyOf(({ rightNow }) => rightNow);
const LASTING = new RegExp(LANGUAGES.flatMap(({ lasting }) => lasting).join("|"));

/** What must be answered with 112 and a person, never with an appointment. When in doubt it is one. */
export function detectEmergency(text: string): EmergencyFound | null {
  const spoken = fold(text);
  for (const [kind, pattern] of EMERGENCIES) {
    const match = pattern.exec(spoken);
    if (!match) continue;
    const isMentioned = kind === "general" && NEGATED.test(spoken.slice(0, match.index));
    if (LASTING.test(match[0]) && LONG_AGO.test(spoken) && !RIGHT_NOW.test(spoken)) continue;
    if (!isMentioned) return { kind, heard: match[0] };
  }
  return null;
}

const HUMAN = anyOf(({ human }) => human);
const TALK = anyOf(({ talk }) => talk);
const SPEAK = anyOf(({ speak }) => speak);
const REFUSES_ROBOT = anyOf(({ refusesRobot }) => refusesRobot);
/** The key 0 as well, and how it is said. */
const ALONE = new RegExp(`^(?:${LANGUAGES.flatMap(({ alone }) => alone).join("|")}|0)[.!?]*$`);

/** "Egal bei welchem Mitarbeiter", "welche Mitarbeiter haben Sie": of them, not to them. */
const ABOUT_STAFF = anyOf(({ aboutStaff }) => aboutStaff, "g");

/** Whether the caller wants a person: one word is enough. */
export function asksForHuman(text: string): boolean {
  const spoken = fold(text).trim().replace(ABOUT_STAFF, " ");
  if (ALONE.test(spoken) || REFUSES_ROBOT.test(spoken)) return true;
  return HUMAN.test(spoken) && TALK.test(spoken);
}

/** The same where a name or a note is expected: there the word alone may be one ("Anna Mensch", "Kollegin kommt mit"). */
export function asksToSpeakWithHuman(text: string): boolean {
  const spoken = fold(text).trim();
  return REFUSES_ROBOT.test(spoken) || (HUMAN.test(spoken) && SPEAK.test(spoken));
}
