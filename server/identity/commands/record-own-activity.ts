import { toEntry } from "@/server/core/activity";
import type { TransactionContext } from "@/server/core/context";
import { newId } from "@/server/core/ids";
import { appendOwnActivity, inAccountTransaction } from "../repository/account";
import type { Visitor } from "../rules/visitor";

export interface OwnActivity<T> {
  person: { userId: string; name: string };
  visitor: Visitor;
  action: string;
  after?: Record<string, unknown> | undefined;
  work: (within: Pick<TransactionContext, "tx">) => Promise<T>;
}

/** Changes the account of somebody who works nowhere, as operators do: the platform's chain tells of it, in the same transaction. */
export async function recordOwnActivity<T>({ person, visitor, action, after, work }: OwnActivity<T>): Promise<T> {
  const { userId, name } = person;
  const { ip, userAgent, requestId = newId(), now = new Date() } = visitor;
  const actor = { kind: "user", userId, name } as const;
  const author = { companyId: null, actor, now, requestId, ...(ip && { ip }), ...(userAgent && { userAgent }) };
  return inAccountTransaction(async (tx) => {
    const result = await work({ tx });
    const entry = { logName: "security", action, subjectType: "user", subjectId: userId, after } as const;
    await appendOwnActivity(toEntry(author, entry), tx);
    return result;
  });
}
