/** How the screen writes values: bound to language, clock and money by the caller. */
export interface Writing {
  dateTime: (at: string) => string;
  money: (cents: number) => string;
  yesOrNo: (value: boolean) => string;
  /** What stands for something else: "asked_for_a_person" as a reason, "customer_phone" as what is missing; null for other words. */
  code: (key: string, value: string) => string | null;
}

/** A field of an argument or an answer in words; `key` is its message key under `calls.fields`. */
export interface WordedField {
  key: string;
  value: string;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
/** What means nothing to a person; the raw data has it all the same. */
const SILENT = /(^|_)(id|ids|hash|link)$|^(success|status|say|policy|facts|confidence|currency)$/;

/** What was asked or answered, field by field; only what can be said in words, and each word once. */
export function wordFields(
  fields: Record<string, unknown>,
  { writing, knows }: { writing: Writing; knows: (key: string) => boolean },
): WordedField[] {
  const seen = new Set<string>();
  return Object.entries(fields).flatMap(([key, raw]) => {
    if (SILENT.test(key) || !knows(key)) return [];
    const value = write(key, raw, writing);
    if (!value || seen.has(value)) return [];
    seen.add(value);
    return [{ key, value }];
  });
}

function write(key: string, raw: unknown, writing: Writing): string {
  if (raw === null || raw === undefined || raw === "") return "";
  if (typeof raw === "boolean") return writing.yesOrNo(raw);
  if (typeof raw === "number") return key.endsWith("_cents") ? writing.money(raw) : String(raw);
  if (typeof raw === "string") return INSTANT.test(raw) ? writing.dateTime(raw) : (writing.code(key, raw) ?? raw);
  if (Array.isArray(raw)) return unique(raw.map((one) => write(key, one, writing))).join(" · ");
  return writeRecord(raw as Record<string, unknown>, writing);
}

const CODE = /^[a-z]+(_[a-z]+)*$/;

/** Under which message of `calls` the words for a code would stand; null where a field holds no codes. */
export function codeMessage(key: string, value: string): string | null {
  if (!CODE.test(value)) return null;
  if (key === "missing") return `fields.${value}`;
  return key === "reason" ? `reasons.${value}` : null;
}

/** A slot or an appointment: when, what, with whom, how much. */
function writeRecord(record: Record<string, unknown>, writing: Writing): string {
  const shown = ["starts_at", "service_name", "staff_name", "price_cents", "name", "value"];
  return unique(shown.map((key) => write(key, record[key], writing))).join(", ");
}

const unique = (texts: string[]): string[] => [...new Set(texts.filter(Boolean))];
