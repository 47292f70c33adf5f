import type { Text } from "../shared/use-text";

interface Place {
  text: Text;
  dateTime: (at: string) => string;
  money: (cents: number) => string;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** A field by the name that its form gives it; one that nobody has named is shown as the log has it. */
export function fieldName(field: string, text: Text): string {
  const leaf = leafOf(field);
  return text.has(`fields.${leaf}`) ? text(`fields.${leaf}`) : leaf.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

/** A value as a person would write it. */
export function describeValue(field: string, value: unknown, place: Place): string {
  const { text } = place;
  if (value === null || value === undefined) return text("values.none");
  if (typeof value === "boolean") return text(value ? "values.yes" : "values.no");
  if (typeof value === "number") return /cents$/i.test(field) ? place.money(value) : String(value);
  if (Array.isArray(value))
    return value.length > 0 ? value.map((one) => describeValue(field, one, place)).join(", ") : text("values.empty");
  if (typeof value === "object") return JSON.stringify(value);
  const written = String(value);
  if (INSTANT.test(written)) return place.dateTime(written);
  const word = `words.${leafOf(field)}.${written}`;
  if (/^[\w]+$/.test(written) && text.has(word)) return text(word);
  return written || text("values.empty");
}

const leafOf = (field: string): string => field.split(".").at(-1) ?? field;
