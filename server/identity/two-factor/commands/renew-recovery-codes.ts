import { AppError } from "@/server/core/errors";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { changeAccount } from "../../commands/change-account";
import type { AccountContext } from "../../rules/account";
import { placeOfChange } from "./place-of-change";
import { issueRecoveryCodes } from "./recovery-codes";

/** New recovery codes; whoever found the old list has nothing. */
export async function renewRecoveryCodes(account: AccountContext): Promise<{ codes: string[] }> {
  if (!account.session.user.hasTwoFactor)
    throw new AppError({ code: "INVALID_TRANSITION", reason: "two_factor_is_off" });
  return changeAccount(account, {
    action: "renew_recovery_codes",
    work: async (within) => {
      const codes = await issueRecoveryCodes(account.userId, within);
      const change = "recovery_codes" as const;
      await queueAccountMail({ kind: "two_factor_changed", change, ...placeOfChange(account) }, within);
      return { codes };
    },
  });
}
