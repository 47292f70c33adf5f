import type { Page } from "@/server/core/page";
import { decodeCursor, toPage } from "@/server/core/paging";
import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { findTenants } from "../repository/tenants";
import type { ListTenantsInput, TenantView } from "../schema/tenants";
import { toTenantView } from "../views";

/** A page of tenants by name; the search also finds them by their companies' names. */
export async function listTenants(ctx: PlatformContext, query: ListTenantsInput): Promise<Page<TenantView>> {
  return transactAsPlatform(ctx, async (tx) => {
    const rows = await findTenants(tx, { ...query, after: decodeCursor(query.cursor, ["text", "id"]) });
    const page = toPage(rows, { limit: query.limit, cursorOf: ({ name, id }) => [name, id] });
    return { ...page, items: page.items.map(toTenantView) };
  });
}
