import { type JsonSchema, withoutNull } from "./json-schema";

/**
 * Parameters of a query string as the field's schema has them: numbers, booleans, and lists both repeated and with commas.
 * What does not read as the type stays text, so that the schema refuses it in its own words.
 */
export function readQueryValue(texts: string[], schema: JsonSchema): unknown {
  const wanted = withoutNull(schema);
  if (wanted.type !== "array") return readScalar(texts.at(-1) ?? "", wanted);
  const item = wanted.items ?? {};
  const parts = isWordList(item) ? texts.flatMap((text) => text.split(",")) : texts;
  return parts.map((part) => readScalar(part, item));
}

/** Texts may hold commas of their own; ids, enum values and numbers can't. */
const isWordList = (item: JsonSchema): boolean =>
  item.type !== "string" || item.enum !== undefined || item.format === "uuid";

const NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/;

function readScalar(text: string, { type }: JsonSchema): unknown {
  if ((type === "integer" || type === "number") && NUMBER.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
