import { AppError } from "@/server/core/errors";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { changeAccount } from "../../commands/change-account";
import { rotateToken } from "../../commands/rotate-token";
import type { AccountContext } from "../../rules/account";
import { switchOff } from "../repository";
import { placeOfChange } from "./place-of-change";

/** Switches the second factor off and forgets its secret and codes; not where the company or the platform asks for it. */
export async function disableTwoFactor(account: AccountContext, { isRequired }: { isRequired: boolean }) {
  if (isRequired) throw new AppError({ code: "FORBIDDEN", reason: "two_factor_is_required" });
  const { userId, token } = account;
  return changeAccount(account, {
    action: "disable_two_factor",
    work: async (within) => {
      if (!(await switchOff(userId, within.tx)))
        throw new AppError({ code: "INVALID_TRANSITION", reason: "two_factor_is_off" });
      await queueAccountMail({ kind: "two_factor_changed", change: "disabled", ...placeOfChange(account) }, within);
      return { token: await rotateToken({ token }, within) };
    },
  });
}
