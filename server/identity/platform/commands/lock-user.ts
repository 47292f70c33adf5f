import { AppError } from "@/server/core/errors";
import type { PlatformContext } from "@/server/core/platform";
import { endSessions } from "../../sessions/commands/end-sessions";
import { updateUser } from "../repository";
import type { ChangeUserInput } from "../schema";
import { changeUser } from "./change-user";

/** Signs them out everywhere and lets them in no more, whichever way they come, until somebody unlocks the account. */
export async function lockUser(ctx: PlatformContext, input: ChangeUserInput): Promise<void> {
  const { userId, reason } = input;
  await changeUser(ctx, {
    ...input,
    action: "lock_users",
    work: async (tx, { blockedAt }) => {
      if (blockedAt) throw new AppError({ code: "INVALID_TRANSITION", reason: "user_is_locked" });
      await updateUser(tx, { userId, data: { blockedAt: tx.now, blockedReason: reason } });
      const sessionsEnded = await endSessions({ userId, reason: "locked" }, tx);
      return { after: { sessionsEnded } };
    },
  });
}
