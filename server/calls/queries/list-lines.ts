import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { formatPhone } from "@/server/speech/rules/format-phone";
import { listAgentRows, listNumberRows } from "../repository/line-choices";
import type { CallLines } from "../schema";

/** The agents that answer, and the numbers of the branches that the reader sees. */
export async function listLines(ctx: CompanyContext): Promise<CallLines> {
  return transact(ctx, async (tx) => {
    const agents = await listAgentRows(tx);
    const numbers = await listNumberRows(tx);
    return { agents, numbers: numbers.map(({ e164, ...number }) => ({ ...number, phoneText: formatPhone(e164) })) };
  });
}
