import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { COMPANY_STATUSES, type CompanyStatus } from "@/server/tenancy/platform/schema/companies";

/** The list's state in the URL, read alike by the page on the server and the list in the browser. */
export const companyParsers = {
  search: parseAsString.withDefault(""),
  status: parseAsStringLiteral(COMPANY_STATUSES),
};

export function toCompaniesInput(
  { search, status }: { search: string; status: CompanyStatus | null },
  cursor: string | null,
) {
  return {
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(status ? { status } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
