import type { CompanyContext } from "@/server/core/context";
import { decodeCursor, type Page, toPage } from "@/server/core/paging";
import { transact } from "@/server/core/transact";
import { countExceptions, findExceptions } from "../repository";
import type { ExceptionView, ListExceptionsInput } from "../schema";
import { toExceptionView } from "../views";

/** Absences, closures and special hours, in the order in which they begin. */
export async function listExceptions(ctx: CompanyContext, input: ListExceptionsInput): Promise<Page<ExceptionView>> {
  const after = decodeCursor(input.cursor, ["instant", "id"]);
  return transact(ctx, async (tx) => {
    const rows = await findExceptions(tx, { ...input, after });
    const page = toPage(rows, { limit: input.limit, cursorOf: ({ startsAt, id }) => [startsAt.getTime(), id] });
    const total = input.withTotal ? { total: await countExceptions(tx, input) } : {};
    return { ...page, items: page.items.map(toExceptionView), ...total };
  });
}
