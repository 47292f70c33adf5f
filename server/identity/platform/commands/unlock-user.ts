import { AppError } from "@/server/core/errors";
import type { PlatformContext } from "@/server/core/platform";
import { updateUser } from "../repository";
import type { ChangeUserInput } from "../schema";
import { changeUser } from "./change-user";

/** Lets them sign in again; the count of wrong passwords begins anew. */
export async function unlockUser(ctx: PlatformContext, input: ChangeUserInput): Promise<void> {
  await changeUser(ctx, {
    ...input,
    action: "unlock_users",
    work: async (tx, { blockedAt, blockedReason }) => {
      if (!blockedAt) throw new AppError({ code: "INVALID_TRANSITION", reason: "user_not_locked" });
      await updateUser(tx, { userId: input.userId, data: { blockedAt: null, blockedReason: null } });
      return { before: { reason: blockedReason } };
    },
  });
}
