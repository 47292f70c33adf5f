import { findAccount } from "../../repository/account";
import type { AccountContext } from "../../rules/account";
import type { TwoFactor } from "../schema";

/** How the account is protected, and whether it has to be. */
export async function getTwoFactor({ userId }: AccountContext, isRequired: boolean): Promise<TwoFactor> {
  const account = await findAccount(userId);
  const { totpEnabledAt: enabledAt = null, recoveryCodesLeft = 0 } = account ?? {};
  return { enabledAt, recoveryCodesLeft, isRequired };
}
