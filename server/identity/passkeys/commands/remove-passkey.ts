import { notFound } from "@/server/core/errors";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { changeAccount } from "../../commands/change-account";
import type { AccountContext } from "../../rules/account";
import { placeOfChange } from "../../two-factor/commands/place-of-change";
import { deletePasskey } from "../repository";
import type { RemovePasskeyInput } from "../schema";

/** Takes a passkey away: from now on nobody signs in with it. A mail tells of it. */
export async function removePasskey(account: AccountContext, { passkeyId }: RemovePasskeyInput): Promise<void> {
  const { userId } = account;
  await changeAccount(account, {
    action: "remove_passkey",
    after: { passkeyId },
    work: async (within) => {
      if (!(await deletePasskey({ userId, passkeyId }, within.tx))) throw notFound("passkey");
      const place = placeOfChange(account);
      await queueAccountMail({ kind: "two_factor_changed", change: "passkey_removed", ...place }, within);
    },
  });
}
