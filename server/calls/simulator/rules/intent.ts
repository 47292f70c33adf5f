/** What a caller wants, as far as one word gives it away. */
export type Intent = "cancel" | "move" | "own" | "callback" | "question" | "book";

const SIGNS: [Intent, RegExp][] = [
  ["move", /\b(verschieb\w*|verleg\w*|umbuch\w*|anderen termin|reschedule|move my|postpone)\b/i],
  ["cancel", /\b(absag\w*|stornier\w*|nicht kommen|cancel\w*|call off)\b/i],
  ["callback", /\b(rückruf\w*|zurückruf\w*|ruf\w* .*zurück|call (me )?back|mensch\w*|mitarbeiter\w*|person|human)\b/i],
  ["own", /\b(wann (habe|hab) ich|mein(en)? (nächster|nächsten) termin|when is my|my next appointment)\b/i],
  [
    "question",
    /\b(kostet|preis\w*|geöffnet|öffnungszeit\w*|offen|adresse|wo (sind|seid|finde)|park\w*|price|cost|open|address|where are)\b/i,
  ],
  ["book", /\b(termin|buch\w*|hätte gern|möchte|brauche|appointment|book|like)\b/i],
];

export const intentOf = (words: string): Intent | null => SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? null;

export const isYes = (words: string): boolean =>
  /^\W*(ja\b|jawohl|gerne?\b|passt|okay|ok\b|genau|nehme? ich|yes|yep|sure|please do|that works|perfect)/i.test(words);
export const isNo = (words: string): boolean =>
  /^\W*(nein|nee|nö|lieber nicht|doch nicht|passt nicht|no\b|nope|rather not)/i.test(words);

const ORDINALS = [/\b(erste\w*|first)\b/i, /\b(zweite\w*|second)\b/i, /\b(dritte\w*|third)\b/i];

/** Which of several is meant: "den zweiten" is 1. Null when none is named. */
export function ordinalOf(words: string): number | null {
  const index = ORDINALS.findIndex((sign) => sign.test(words));
  return index < 0 ? null : index;
}
