import type { TranscriptTurn } from "./provider-call";

export type ClaimKind = "booking" | "move" | "cancellation" | "callback";

export interface Claim {
  kind: ClaimKind;
  /** The agent's words. */
  sentence: string;
  /** How many of it: as the agent says, or at how many different times. */
  count: number;
}

/** What a statement of the agent's names as times: instants, and days without a time of day. */
export interface SpokenTimes {
  instants: readonly number[];
  days: readonly string[];
  /** The day of an instant. */
  dayOf(at: number): string;
}
export type ReadTimes = (statement: string) => SpokenTimes | null;

const DONE_DE = String.raw`\b(ist|habe|haben|wurde|sind)\b[^.?!]*`;
const DONE_EN = String.raw`\b(i have|i've|we have|we've|it's|is|has been|have been|are)\b[^.?!]*`;
const done = (german: string, english: string) => [
  new RegExp(String.raw`${DONE_DE}(?<![\p{L}])(${german})(?![\p{L}])`, "iu"),
  new RegExp(String.raw`${DONE_EN}\b(${english})\b`, "i"),
];

const PATTERNS: Record<ClaimKind, { says: RegExp[]; unless?: RegExp }> = {
  booking: {
    says: [
      ...done("gebucht|eingetragen|reserviert|vereinbart", "booked|scheduled|confirmed"),
      /\btermin\b[^.?!]*\b(steht|bestätigt|notiert)(?!\p{L})/iu,
    ],
    unless:
      /rückruf|warteliste|storn|absage|call ?back|cancel|waiting list|fully booked|(?<!\p{L})sie haben (?!jetzt|nun|damit)[^,]*(gebucht|eingetragen|reserviert|vereinbart)/iu,
  },
  move: { says: done("verschoben|verlegt|umgebucht", "moved|rescheduled") },
  cancellation: { says: done("abgesagt|storniert|gestrichen", "cancelled|canceled") },
  callback: {
    says: [
      /\b(wir|jemand|man|team|kolleg\p{L}*|mitarbeiter\p{L}*)\b[^.?!]*\bruf\p{L}*\b[^.?!]*\bzurück\b/iu,
      /\bruf\p{L}*\s+(wir|jemand|ich)\b[^.?!]*\bzurück\b/iu,
      /\bich rufe\b[^.?!]*\bzurück\b/iu,
      /\b(wir melden uns|jemand meldet sich|kolleg\p{L}* meldet sich|sie werden zurückgerufen)\b/iu,
      /\brückruf\b[^.?!]*\b(notiert|eingetragen|vorgemerkt)\b/iu,
      /\b(we|i|someone|somebody|a colleague|they)('ll| will)\b[^.?!]*\b(call you back|get back to you|ring you back)\b/i,
      /\bcall ?back\b[^.?!]*\b(is|has been)\b[^.?!]*\b(noted|scheduled|booked)\b/i,
    ],
  },
};
const KINDS = Object.keys(PATTERNS) as ClaimKind[];

const DENIAL =
  /(?<!\p{L})(nicht|nichts|noch nie|kein(e|en|er)?|leider|vergeben|soll|sollt?en|möchten|wollen|könnte|können|würden?|bereits|schon|ausgebucht|not|n't|nothing|no|unfortunately|cannot|couldn't|shall|should|would|could|already|can)(?!\p{L})/iu;
const CONDITION =
  /^\s*(und |and |aber |but )?(wenn|falls|sobald|sofern|if|once|as soon as|when|unless|sonst)(?!\p{L})/iu;
const AND = /^\s*(und|and|aber|but)(?!\p{L})/iu;

/**
 * What the agent says that it has done or that will be done, each kind once and how many of it; questions, refusals and
 * conditions are none.
 */
export function findClaims(turns: readonly TranscriptTurn[], readTimes: ReadTimes = () => null): Claim[] {
  const sentences = turns
    .filter(({ role }) => role === "agent")
    .flatMap(({ text }) => text.match(SENTENCES) ?? [])
    .filter((sentence) => !sentence.includes("?"));
  return KINDS.flatMap((kind) => {
    const said = sentences.flatMap((sentence) => {
      const statement = statementsOf(sentence).find((one) => says(kind, one));
      return statement ? [{ sentence: sentence.trim(), statement }] : [];
    });
    const counted = COUNTED.includes(kind) ? countOf(said, readTimes) : { count: 1, at: 0 };
    const { sentence } = said[counted.at] ?? {};
    return sentence ? [{ kind, sentence, count: counted.count }] : [];
  });
}

const MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember";
/** A full stop in "8. Dezember", "8.12." and "3 p.m." ends nothing. */
const SENTENCES = new RegExp(
  String.raw`(?:[^.?!]|\.(?=\s?(?:${MONTHS})|\d|\s?m\.)|(?<=\d\.\d{1,2})\.|(?<=\b[ap]\.m)\.(?=\s+\p{Ll}))+[.?!]*`,
  "giu",
);

/** Of a move both times are told, and who is rung back is rung once. */
const COUNTED: readonly ClaimKind[] = ["booking", "cancellation"];
const NUMBERS: Record<string, number> = {
  beide: 2,
  both: 2,
  ...Object.fromEntries("zwei drei vier fünf sechs".split(" ").map((word, at) => [word, at + 2])),
  ...Object.fromEntries("two three four five six".split(" ").map((word, at) => [word, at + 2])),
};
const COUNTED_WORDS = new RegExp(
  String.raw`(?<!\p{L})(${Object.keys(NUMBERS).join("|")}|[2-9])n? (?:\p{L}+ ){0,2}?(?:termine?n?|buchungen|appointments|bookings)(?!\p{L})|(?<!\p{L})(beide|both)(?!\p{L})`,
  "iu",
);

/** What was done with the times says nothing of which they are, and to whoever listens to callers it sounds like a story. */
const DONE_WITH_THEM =
  /(?<!\p{L})(gebucht|eingetragen|reserviert|vereinbart|abgesagt|storniert|gestrichen)(?!\p{L})/giu;

/** The most that one statement says in words, or that all of them name as times; and which of them told the last of these. */
function countOf(said: readonly { statement: string }[], readTimes: ReadTimes): { count: number; at: number } {
  const instants = new Set<number>();
  const days = new Set<string>();
  let best = { count: 1, at: 0 };
  said.forEach(({ statement }, at) => {
    const [, number, both] = COUNTED_WORDS.exec(statement) ?? [];
    const word = (number ?? both ?? "").toLowerCase();
    const times = readTimes(statement.replace(DONE_WITH_THEM, ""));
    for (const instant of times?.instants ?? []) instants.add(instant);
    for (const day of times?.days ?? []) days.add(day);
    const timed = new Set([...instants].map((instant) => times?.dayOf(instant)));
    const untimed = times ? [...days].filter((day) => !timed.has(day)).length : 0;
    const count = Math.max(NUMBERS[word] ?? Number(word || 1), instants.size + untimed);
    if (count > best.count) best = { count, at };
  });
  return best;
}

function says(kind: ClaimKind, statement: string): boolean {
  const { says: patterns, unless } = PATTERNS[kind];
  const words = statement.replace(/(?<=\d|\b[ap])\.(?=.)/gi, "");
  return !unless?.test(words) && patterns.some((pattern) => pattern.test(words));
}

/** What a sentence states: the whole of it, or those of its clauses that nothing denies and no condition hangs on. */
function statementsOf(sentence: string): string[] {
  const clauses = sentence.split(/[,;–—:]/);
  const isConditional = clauses.some((clause) => CONDITION.test(clause));
  if (!DENIAL.test(sentence) && !isConditional) return [sentence];
  return clauses.filter((clause, index) => {
    const [before, after] = [clauses[index - 1] ?? "", clauses[index + 1] ?? ""];
    if (DENIAL.test(clause) || CONDITION.test(clause)) return false;
    return !CONDITION.test(before) && !(CONDITION.test(after) && !AND.test(after));
  });
}
