import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { STAGES } from "./stage-badge";

/** The list's state in the URL, read alike by the page on the server and the list in the browser. */
export const customerParsers = {
  search: parseAsString.withDefault(""),
  stage: parseAsStringLiteral(STAGES),
  open: parseAsString,
};

export interface CustomerFilters {
  search: string;
  stage: (typeof STAGES)[number] | null;
}

/** What is not set stays out, so that equal questions are equal. */
export function toListInput(
  { search, stage }: CustomerFilters,
  { branchId, cursor }: { branchId: string | null; cursor: string | null },
) {
  return {
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(stage ? { stage } : {}),
    ...(branchId ? { branchId } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
