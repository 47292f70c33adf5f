import type { PlatformContext } from "@/server/core/platform";
import { endSessions } from "../../sessions/commands/end-sessions";
import type { ChangeUserInput } from "../schema";
import { changeUser } from "./change-user";

/** Signs them out on every device; they may sign in again. */
export async function endUserSessions(ctx: PlatformContext, input: ChangeUserInput): Promise<void> {
  await changeUser(ctx, {
    ...input,
    action: "end_user_sessions",
    work: async (tx) => {
      return { after: { sessionsEnded: await endSessions({ userId: input.userId, reason: "operator" }, tx) } };
    },
  });
}
