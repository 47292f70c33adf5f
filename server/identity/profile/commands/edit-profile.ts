import { changeAccount } from "../../commands/change-account";
import type { AccountContext } from "../../rules/account";
import { writeProfile } from "../repository";
import type { EditProfileInput } from "../schema";

/** Name, language and time zone of somebody's own account. */
export async function editProfile(account: AccountContext, input: EditProfileInput): Promise<void> {
  await changeAccount(account, {
    action: "edit_profile",
    after: input,
    work: ({ tx }) => writeProfile(account.userId, input, tx),
  });
}
