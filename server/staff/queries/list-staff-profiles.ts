import type { CompanyContext } from "@/server/core/context";
import { decodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countProfileRows, listProfileRows } from "../repository/profiles";
import type { ListStaffProfilesInput, StaffProfile } from "../schema";
import { toStaffProfile } from "../views";

/** People with what whoever manages them wants to see, by name. */
export async function listStaffProfiles(
  ctx: CompanyContext,
  input: ListStaffProfilesInput,
): Promise<Page<StaffProfile>> {
  const after = decodeCursor(input.cursor, ["text", "id"]);
  return transact(ctx, async (tx) => {
    const { limit, cursor, page, withTotal, order = "asc", ...filters } = input;
    const rows = await listProfileRows(tx, { filters, after, limit, cursor, page, order });
    const found = toPage(rows, { limit, cursorOf: ({ name, id }) => [name, id] });
    const total = withTotal ? { total: await countProfileRows(tx, filters) } : {};
    return { ...found, items: found.items.map(toStaffProfile), ...total };
  });
}
