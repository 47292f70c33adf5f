import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listEndedCalls, listModifications } from "../repository/activity";
import type { Activity, ListActivityInput } from "../schema";
import { fromEndedCall, fromModification } from "../views";

/** What happened last: changes of appointments and calls that ended, the newest first. */
export async function listActivity(
  ctx: CompanyContext,
  input: ListActivityInput & { withCalls: boolean },
): Promise<Activity[]> {
  return transact(ctx, async (tx) => {
    const changes = await listModifications(tx, input);
    const calls = input.withCalls ? await listEndedCalls(tx, input) : [];
    return [...changes.map(fromModification), ...calls.map(fromEndedCall)]
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .slice(0, input.limit);
  });
}
