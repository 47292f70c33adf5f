import type { CompanyContext } from "@/server/core/context";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { listHoldersOf } from "../../team/queries/list-holders-of";
import { type EndingKey, takeEndingKeys } from "../repository";

/** The later warning first: who is told of the last day needs no word about the last week. */
const WARNINGS = [1, 7];

/** Writes to those who may renew a key that it ends within a week, and again within a day; each of the two once. */
export async function warnOfEndingKeys(ctx: CompanyContext): Promise<{ keys: number; mails: number }> {
  // Not audited: the mark only remembers that a mail went out.
  return transact(ctx, async (tx) => {
    const keys: EndingKey[] = [];
    for (const days of WARNINGS)
      keys.push(...(await takeEndingKeys(tx, { days, until: new Date(tx.now.getTime() + days * DAY) })));
    if (keys.length === 0) return { keys: 0, mails: 0 };
    const { holders, companyName } = await listHoldersOf(tx, "rotate_api_keys");
    for (const { name: keyName, prefix, expiresAt } of keys) {
      const facts = {
        kind: "api_key_ending",
        companyName,
        keyName,
        prefix,
        expiresAt: expiresAt.toISOString(),
      } as const;
      for (const userId of holders) await queueAccountMail({ ...facts, userId }, tx);
    }
    return { keys: keys.length, mails: keys.length * holders.length };
  });
}
