import type { TransactionContext } from "@/server/core/context";
import { appClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import type { AccountMail } from "./schema";

/** Writes the mail and its event; in the open transaction, so that both are there exactly when the change is. */
export async function insertAccountMail(mail: AccountMail, within?: Pick<TransactionContext, "tx">): Promise<boolean> {
  const client = within?.tx ?? appClient();
  const language = "language" in mail ? mail.language : null;
  const [row] = await client.$queryRaw<{ isQueued: boolean }[]>`
    SELECT account_mail_queue(${newId()}::uuid, ${mail.userId}::uuid, ${mail.to ?? null}::citext, ${mail.kind}, ${language},
      ${JSON.stringify(mail)}::jsonb, ${newId()}::uuid) AS "isQueued"`;
  return row?.isQueued ?? false;
}

export type TakenMail =
  | { state: "done"; status: string }
  | { state: "wait"; until: string }
  | {
      state: "send";
      id: string;
      recipient: string;
      language: string;
      mail: unknown;
      name: string | null;
      timezone: string;
    };

/** Takes a mail for one try: nobody else sends it until the lease ends. */
export async function takeAccountMail(mailId: string, leaseSeconds: number): Promise<TakenMail> {
  const [row] = await appClient().$queryRaw<{ taken: TakenMail }[]>`
    SELECT account_mail_take(${mailId}::uuid, ${`${leaseSeconds} seconds`}::interval) AS taken`;
  return row?.taken ?? { state: "done", status: "gone" };
}

export interface MailOutcome {
  status: "sent" | "pending" | "failed" | "cancelled";
  providerMessageId?: string;
  error?: string;
  isFinal?: boolean;
}

export async function settleAccountMail(mailId: string, outcome: MailOutcome): Promise<void> {
  const { status, providerMessageId = null, error = null, isFinal = false } = outcome;
  await appClient().$queryRaw`
    SELECT account_mail_settle(${mailId}::uuid, ${status}, ${providerMessageId}, ${error}, ${isFinal})::text`;
}

export async function requeueStuckMails(): Promise<number> {
  const [row] = await appClient().$queryRaw<{ count: number }[]>`SELECT account_mails_requeue() AS count`;
  return row?.count ?? 0;
}
