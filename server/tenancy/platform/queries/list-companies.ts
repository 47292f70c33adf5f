import type { Page } from "@/server/core/page";
import { decodeCursor, toPage } from "@/server/core/paging";
import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { findCompanies } from "../repository/companies";
import type { ListCompaniesInput, PlatformCompanyView } from "../schema/companies";
import { toPlatformCompany } from "../views";

/** A page of all tenants' companies by name. */
export async function listCompanies(
  ctx: PlatformContext,
  query: ListCompaniesInput,
): Promise<Page<PlatformCompanyView>> {
  return transactAsPlatform(ctx, async (tx) => {
    const rows = await findCompanies(tx, { ...query, after: decodeCursor(query.cursor, ["text", "id"]) });
    const page = toPage(rows, { limit: query.limit, cursorOf: ({ name, id }) => [name, id] });
    return { ...page, items: page.items.map(toPlatformCompany) };
  });
}
