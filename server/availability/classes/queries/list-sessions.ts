import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findSessionRow, listSessionRows } from "../repository/read";
import type { ListSessionsInput, SessionView } from "../schema";
import { toSessionView } from "../views";

/** The sessions that begin in a stretch of time, also those that were cancelled. */
export async function listSessions(ctx: CompanyContext, input: ListSessionsInput): Promise<SessionView[]> {
  return transact(ctx, async (tx) => (await listSessionRows(tx, input)).map(toSessionView));
}

export async function getSession(
  ctx: CompanyContext,
  { classSessionId }: { classSessionId: string },
): Promise<SessionView> {
  return transact(ctx, async (tx) => {
    const row = await findSessionRow(tx, classSessionId);
    if (!row) throw notFound("class_session");
    return toSessionView(row);
  });
}
