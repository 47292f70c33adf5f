import { notFound } from "@/server/core/errors";
import { changeAccount } from "../../commands/change-account";
import type { AccountContext } from "../../rules/account";
import { setPasskeyName } from "../repository";
import type { RenamePasskeyInput } from "../schema";

/** Gives a passkey the name by which its person knows it; somebody else's does not exist for them. */
export async function renamePasskey(account: AccountContext, { passkeyId, name }: RenamePasskeyInput): Promise<void> {
  const { userId } = account;
  await changeAccount(account, {
    action: "rename_passkey",
    after: { name },
    work: async ({ tx }) => {
      if (!(await setPasskeyName({ userId, passkeyId }, name, tx))) throw notFound("passkey");
    },
  });
}
