import { changeAccount } from "../../commands/change-account";
import type { AccountContext } from "../../rules/account";
import { deleteAvatar } from "../repository";

/** Removes the person's picture; their initials stand in its place. */
export async function removeAvatar(account: AccountContext): Promise<void> {
  await changeAccount(account, {
    action: "remove_avatar",
    work: ({ tx }) => deleteAvatar(account.userId, tx),
  });
}
