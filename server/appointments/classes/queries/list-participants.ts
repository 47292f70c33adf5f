import { getSession } from "@/server/availability/classes/queries/list-sessions";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listParticipantRows } from "../repository";
import type { ParticipantView } from "../schema";
import { toParticipantView } from "../views";

/** Who takes part in a session, in the order in which they booked; those who cancelled, too. */
export async function listParticipants(
  ctx: CompanyContext,
  { classSessionId }: { classSessionId: string },
): Promise<ParticipantView[]> {
  return transact(ctx, async (tx) => {
    await getSession(tx, { classSessionId });
    return (await listParticipantRows(tx, classSessionId)).map(toParticipantView);
  });
}
