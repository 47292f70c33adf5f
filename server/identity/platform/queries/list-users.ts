import type { Page } from "@/server/core/page";
import { decodeCursor, toPage } from "@/server/core/paging";
import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { findUsers } from "../repository";
import type { ListUsersInput, PlatformUserView } from "../schema";
import { toPlatformUser } from "../views";

/** A page of everybody who can sign in, by address. */
export async function listUsers(ctx: PlatformContext, query: ListUsersInput): Promise<Page<PlatformUserView>> {
  return transactAsPlatform(ctx, async (tx) => {
    const rows = await findUsers(tx, { ...query, after: decodeCursor(query.cursor, ["text"]) });
    const page = toPage(rows, { limit: query.limit, cursorOf: ({ email }) => [email] });
    return { ...page, items: page.items.map(toPlatformUser) };
  });
}
