import { parseAsString, parseAsStringLiteral } from "nuqs/server";

export const STATUSES = ["active", "archived", "all"] as const;

/** The list's state in the URL, read alike by the page on the server and the list in the browser. */
export const staffParsers = {
  search: parseAsString.withDefault(""),
  status: parseAsStringLiteral(STATUSES).withDefault("active"),
  service: parseAsString,
};

export interface StaffListFilters {
  search: string;
  status: (typeof STATUSES)[number];
  service: string | null;
}

/** What is not set stays out, so that equal questions are equal. */
export function toFilterInput({ search, status, service }: StaffListFilters, branchId: string | null) {
  return {
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(status !== "active" ? { status } : {}),
    ...(service ? { serviceId: service } : {}),
    ...(branchId ? { branchId } : {}),
  };
}

export function toListInput(
  filters: StaffListFilters,
  { branchId, cursor }: { branchId: string | null; cursor: string | null },
) {
  return { ...toFilterInput(filters, branchId), ...(cursor ? { cursor } : {}) };
}
