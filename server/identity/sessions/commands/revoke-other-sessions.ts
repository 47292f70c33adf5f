import { changeAccount } from "../../commands/change-account";
import type { AccountContext } from "../../rules/account";
import { endSessions } from "../repository";

/** Signs somebody out everywhere but here. */
export async function revokeOtherSessions(account: AccountContext): Promise<{ count: number }> {
  const { userId, session } = account;
  return changeAccount(account, {
    action: "revoke_other_sessions",
    work: async ({ tx }) => {
      return { count: await endSessions({ userId, exceptSessionId: session.sessionId, reason: "revoked" }, tx) };
    },
  });
}
