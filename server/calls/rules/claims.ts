import type { TranscriptTurn } from "./provider-call";

export type ClaimKind = "booking" | "move" | "cancellation" | "callback";

export interface Claim {
  kind: ClaimKind;
  /** The agent's words. */
  sentence: string;
}

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
    unless: /rückruf|warteliste|storn|absage|call ?back|cancel|waiting list|fully booked/i,
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

/** What the agent says that it has done or that will be done, each kind once; questions, refusals and conditions are none. */
export function findClaims(turns: readonly TranscriptTurn[]): Claim[] {
  const sentences = turns
    .filter(({ role }) => role === "agent")
    .flatMap(({ text }) => text.match(/[^.?!]+[.?!]*/g) ?? [])
    .filter((sentence) => !sentence.includes("?"));
  return KINDS.flatMap((kind) => {
    const sentence = sentences.find((one) => statementsOf(one).some((statement) => says(kind, statement)));
    return sentence ? [{ kind, sentence: sentence.trim() }] : [];
  });
}

function says(kind: ClaimKind, statement: string): boolean {
  const { says: patterns, unless } = PATTERNS[kind];
  return !unless?.test(statement) && patterns.some((pattern) => pattern.test(statement));
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
