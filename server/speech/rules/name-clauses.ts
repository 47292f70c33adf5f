import type { NameWords } from "./contact-language";
import { allLanguages } from "./languages";
import { spellingHint } from "./spelling-hints";
import { isGiven } from "./split-name";

const LANGUAGES: readonly NameWords[] = allLanguages().map(({ contacts }) => contacts.names);
const anyOf = (pick: (words: NameWords) => readonly string[]): string =>
  LANGUAGES.flatMap(pick)
    .toSorted((a, b) => b.length - a.length)
    .join("|");

const HYPHEN = "(?:bindestrich|strich|minus|trennstrich|gedankenstrich|mittelstrich|querstrich|hyphen|dash)";
const WITH = anyOf((words) => [...words.spelledWith, ...words.spelledWithout]);
const LABELS = anyOf((words) => [...words.firstNameLabels, ...words.lastNameLabels]);
const LABEL_ONLY = new RegExp(`^(?:${LABELS})$`, "iu");
const INSTEAD = new RegExp(String.raw`^.*(?:^|\s)(?:${anyOf(({ insteadOf }) => insteadOf)})\s+`, "iu");
/** Whatever is said of the letters belongs to the name before: "Maier, mit e i". */
const BEFORE_HINT = new RegExp(String.raw`\s*,\s*(?=(?:(?:und zwar|und|and|also|aber|but)\s+)?(?:${WITH})\s)`, "giu");
const BEFORE_LABEL = new RegExp(
  String.raw`(?<!(?:^|\s)(?:${anyOf(({ spelledWithout }) => spelledWithout)}))\s+(${LABELS})(?=\s|$)`,
  "giu",
);
const OTHERS = new RegExp(String.raw`(?<!\p{L})(?:${anyOf(({ others }) => others)})\s`, "iu");
/** "Marie Luise Kranz mit Bindestrich zwischen Marie und Luise". */
const HYPHEN_BETWEEN = new RegExp(
  String.raw`(\p{L}+)\s+(\p{L}+)(.*?)[\s,]+(?:mit\s+)?(?:einem\s+)?${HYPHEN}\s+zwischen\s+\1\s+und\s+\2`,
  "iu",
);
const BEFORE_STORY = new RegExp(String.raw`\s+(?=(?:${anyOf(({ stories }) => stories)}))`, "giu");
const ASIDES = new RegExp(String.raw`(?<!\p{L})(?:${anyOf(({ asides }) => asides)})(?=\s*(?:,|$))`, "giu");
const CORRECTION = new RegExp(
  String.raw`^(.*\p{L})[\s,.]+(?:(?:ach|äh|ähm|oh)\s+)?(?:${anyOf(({ corrections }) => corrections)})[\s,]+(.+)$`,
  "iu",
);
const HINT_FIRST = new RegExp(String.raw`^(?:nur\s+|only\s+)?(?:${WITH})\s`, "iu");
/** "Merkel, also nicht Merkel, sondern Märkl". */
const REFUSED_NAME = new RegExp(
  String.raw`^.*(?<!\p{L})(?:nicht|not)\s+(?:(?:der|die|the)\s+)?\p{L}[\p{L}-]*[\s,]+(?:sondern|but)\s+(?!(?:${WITH})\s)(?=\p{L})`,
  "iu",
);
/** "Früher Bergmann, jetzt Lohse". */
const FORMER_NAME = /^.*(?<!\p{L})früher\s+\p{L}[\p{L}-]*[\s,]+(?:jetzt|nun|inzwischen)\s+(?!hei)(?=\p{L})/iu;
/** "Nicht mit ö, sondern mit oe": only what it is written with is told. */
const REFUSED_HINT =
  /[\s,]+(?:und\s+|and\s+)?(?:nicht mit|not with)\s+[^,]*?(?:[\s,]+sondern(?=\s+(?:mit|ohne)\s)|$|(?=,))/giu;

const HYPHEN_BEHIND = /(\p{L}{2,})\s+(\p{L}{2,})\s+mit (?:einem )?bindestrich\s+(?=\p{L}{2})/giu;

/** What is said of a name in its parts, without what the speaker took back. */
export const clausesOf = (said: string): string[] =>
  abbreviated(corrected(said.replace(REFUSED_NAME, "").replace(FORMER_NAME, "")))
    // "Praxis? Ja, hier ist …": what was asked isn't what is answered.
    .replace(/^[^?]*\?(?=.*\p{L})/u, "")
    .replace(REFUSED_HINT, "")
    .replace(HYPHEN_BETWEEN, "$1-$2$3")
    // "Kai Uwe mit Bindestrich Schmidt".
    .replace(HYPHEN_BEHIND, (whole, first: string, second: string) => (isGiven(second) ? `${first}-${second} ` : whole))
    .replace(new RegExp(String.raw`(\p{L}{2})\s+(?:mit\s+)?${HYPHEN}\s+(?=\p{L}{2})`, "giu"), "$1-")
    .replace(/(\p{L}{2})\s+(\p{L}+)\s+mit (?:einem )?bindestrich\b/giu, "$1-$2")
    .replace(/(\p{L}{2}\s\p{Lu})\.(?=\s\p{Lu}\p{Ll})/gu, "$1")
    .replace(BEFORE_HINT, " ")
    .replace(ASIDES, "")
    .replace(BEFORE_LABEL, ", $1")
    .replace(BEFORE_STORY, ", ")
    .split(/[.,;:?!]+/)
    .map((clause) =>
      clause
        .trim()
        .replace(INSTEAD, "")
        .replace(/\s+(?:und|and)$/iu, ""),
    )
    .filter((clause) => clause !== "" && !OTHERS.test(clause))
    .reduce<string[]>(withLabelInFront, []);

/** Abbreviations keep their word without the full stop, so that it ends a sentence everywhere else. */
const abbreviated = (said: string): string =>
  said
    .replace(/\bdipl[.\s-]+(\p{L}+)\b\.?/giu, "Dipl-$1")
    .replace(/\b(Dr|Prof|Mag|Ing|med|dent|vet|phil|jur|rer|nat|fr|hr|mr|mrs|ms|st)\./giu, "$1");

/** "W E G E N E R, nein, W E G N E R": what was said last; of "Schmidt, nein, ohne T" the name stays. */
function corrected(said: string): string {
  const [, before, after = ""] = CORRECTION.exec(said) ?? [];
  if (before === undefined) return said;
  const hint = spellingHint(`${before} ${after}`);
  // "Schmidt mit D T, nein, mit T T": which of the two holds is told last.
  if (hint && HINT_FIRST.test(after)) return `${spellingHint(before)?.rest ?? before} ${after}`;
  const rest = HINT_FIRST.test(after) ? after.replace(/^[^,]*,\s*/u, "") : after;
  return /\p{L}/u.test(rest) ? rest : before;
}

/** What was said before a correction that names somebody, and not only letters; null without one. */
export function saidBeforeCorrection(said: string): string | null {
  const [, before, after = ""] = CORRECTION.exec(said) ?? [];
  return before === undefined || HINT_FIRST.test(after) ? null : before;
}

/** "Franz mit Vornamen": the label stands behind. */
const withLabelInFront = (clauses: string[], clause: string): string[] => {
  const isBehind = LABEL_ONLY.test(clause) && clauses.length > 0;
  return isBehind ? [...clauses.slice(0, -1), `${clause} ${clauses.at(-1)}`] : [...clauses, clause];
};
