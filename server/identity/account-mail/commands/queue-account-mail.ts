import type { TransactionContext } from "@/server/core/context";
import { insertAccountMail } from "../repository";
import { type AccountMail, accountMail } from "../schema";

/**
 * Queues a mail about somebody's account, in the caller's transaction when there is one. False when there is nobody to
 * write to: the account is gone.
 */
export async function queueAccountMail(mail: AccountMail, within?: Pick<TransactionContext, "tx">): Promise<boolean> {
  return insertAccountMail(accountMail.parse(mail), within);
}
