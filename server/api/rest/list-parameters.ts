import { toSnake } from "./field-names";
import type { JsonSchema } from "./json-schema";

/** What the fields of every list are called at the door. */
const LIST_NAMES: Record<string, string> = { limit: "per_page", from: "from_date", until: "to_date", order: "sort" };

export const isList = (answer: string): boolean => answer === "page" || answer === "array";

/** A page of rows with the way to the next one. */
export function isPageable({ properties = {} }: JsonSchema): boolean {
  return properties.items?.type === "array" && "nextCursor" in properties;
}

export function outerName(field: string, { isList }: { isList: boolean }): string {
  return (isList && LIST_NAMES[field]) || toSnake(field);
}
