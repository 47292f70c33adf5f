import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { RESOURCE_TYPES } from "../resource-types";

export const RESOURCE_STATUSES = ["active", "inactive", "archived"] as const;

/** The list's state in the URL, read alike by the page on the server and the list in the browser. */
export const resourceParsers = {
  search: parseAsString.withDefault(""),
  type: parseAsStringLiteral(RESOURCE_TYPES),
  status: parseAsStringLiteral(RESOURCE_STATUSES),
  open: parseAsString,
};

interface ResourceFilters {
  search: string;
  type: (typeof RESOURCE_TYPES)[number] | null;
  status: (typeof RESOURCE_STATUSES)[number] | null;
}

/** What is not set stays out, so that equal questions are equal. */
export function toFilterInput({ search, type, status }: ResourceFilters, branchId: string | null) {
  return {
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(type ? { type } : {}),
    ...(status ? { status } : {}),
    ...(branchId ? { branchId } : {}),
  };
}

export function toListInput(
  filters: ResourceFilters,
  { branchId, cursor }: { branchId: string | null; cursor: string | null },
) {
  return { ...toFilterInput(filters, branchId), ...(cursor ? { cursor } : {}) };
}
