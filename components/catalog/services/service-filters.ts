import { parseAsString, parseAsStringLiteral } from "nuqs/server";

export const SERVICE_STATUSES = ["active", "inactive", "archived"] as const;
const SORTS = ["position", "name", "-name", "duration", "-duration", "price", "-price"] as const;

/** The list's state in the URL, read alike by the page on the server and the list in the browser. */
export const serviceParsers = {
  search: parseAsString.withDefault(""),
  category: parseAsString,
  status: parseAsStringLiteral(SERVICE_STATUSES),
  sort: parseAsStringLiteral(SORTS),
};

interface ServiceFilters {
  search: string;
  category: string | null;
  status: (typeof SERVICE_STATUSES)[number] | null;
  sort: (typeof SORTS)[number] | null;
}

interface Place {
  branchId: string | null;
  cursor: string | null;
}

/** What is not set stays out, so that equal questions are equal. */
export function toListInput(filters: ServiceFilters, { branchId, cursor }: Place) {
  const { sort } = filters;
  return { ...toFilterInput(filters, branchId), ...(sort ? { sort } : {}), ...(cursor ? { cursor } : {}), limit: 50 };
}

export function toFilterInput({ search, category, status }: ServiceFilters, branchId: string | null) {
  return {
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(category ? { category } : {}),
    ...(status ? { status } : {}),
    ...(branchId ? { branchId } : {}),
  };
}
