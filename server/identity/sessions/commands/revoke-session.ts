import { notFound } from "@/server/core/errors";
import { changeAccount } from "../../commands/change-account";
import type { AccountContext } from "../../rules/account";
import { endSession } from "../repository";
import type { RevokeSessionInput } from "../schema";

/** Signs somebody out of another device at once; a session of anybody else does not exist for them. */
export async function revokeSession(account: AccountContext, { sessionId }: RevokeSessionInput): Promise<void> {
  const { userId } = account;
  await changeAccount(account, {
    action: "revoke_session",
    after: { sessionId },
    work: async ({ tx }) => {
      if (!(await endSession({ userId, sessionId, reason: "revoked" }, tx))) throw notFound("session");
    },
  });
}
