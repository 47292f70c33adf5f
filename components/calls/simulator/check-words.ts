/** How the screen says what a check names: in the reader's language, by the branch's clock, in the company's money. */
export interface CheckWording {
  /** The words of a message file under a key, or null where it has none. */
  words: (file: "appointments" | "calls" | "simulator", key: string) => string | null;
  money: (cents: number) => string;
  wallTime: (value: string) => string;
}

/** What stands for itself is not here: names, notes, and whatever was said. */
const WORDED: Record<string, (value: string, wording: CheckWording) => string | null> = {
  fees: (value, { money }) => money(Number(value)),
  existing: (value, { words }) => words("appointments", `status.${value}`),
  outcome: (value, { words }) => words("calls", `outcome.${value}`),
  answer: (value, { words }) => words("calls", `functions.status.${value}`),
  callback: (value, { words }) => words("simulator", `checks.callbacks.${value}`),
  kept: (value, { words }) => words("simulator", `checks.kept.${value}`),
  silence: (value, wording) => wordSilence(value, wording),
};

const LISTED = ["callback", "silence"];

/** What a check wanted or found; several values stand with commas between them. */
export function wordCheck(check: string, value: string, wording: CheckWording): string {
  const values = LISTED.includes(check) ? value.split(", ") : [value];
  return values.map((one) => WORDED[check]?.(one, wording) ?? wording.wallTime(one)).join(", ");
}

/** What a check is about: a field, a function, a time, or the words themselves. */
export function wordAbout(check: string, about: string, wording: CheckWording): string {
  const { words, wallTime } = wording;
  if (check === "field") return words("simulator", `checks.fields.${about}`) ?? about;
  if (check === "answer") return words("calls", `functions.name.${about}`) ?? about;
  return wallTime(about);
}

/** "check-availability 503": which function, and what the line had instead of a sentence. */
function wordSilence(value: string, { words }: CheckWording): string | null {
  const [name = "", status = ""] = value.split(" ");
  const known = words("calls", `functions.name.${name}`);
  if (!known) return null;
  return `${known} (${/^\d+$/.test(status) ? status : words("simulator", "checks.noAnswer")})`;
}
