import { recordAudit } from "@/server/core/activity";
import type { TransactionContext } from "@/server/core/context";
import { log } from "@/server/core/log";
import { transact } from "@/server/core/transact";
import type { AccountContext } from "../rules/account";
import { recordOwnActivity } from "./record-own-activity";

type Transaction = Pick<TransactionContext, "tx">;

export interface AccountChange<T> {
  /** As the audit log of the company calls it; whom it is about is always the account itself. */
  action: string;
  after?: Record<string, unknown>;
  work: (within: Transaction) => Promise<T>;
}

/** Changes somebody's own account in one transaction, and tells the company where they work, or the platform, and the security log of it. */
export async function changeAccount<T>(account: AccountContext, { action, after, work }: AccountChange<T>): Promise<T> {
  const { company, userId, ip, requestId, session } = account;
  const result = company
    ? await transact(company, async (tx) => {
        const changed = await work(tx);
        recordAudit(tx, { logName: "security", action, subjectType: "user", subjectId: userId, after });
        return changed;
      })
    : await recordOwnActivity({ person: { userId, name: session.user.name }, visitor: account, action, after, work });
  log("security").info({ requestId, ip, userId, action }, "account changed");
  return result;
}
