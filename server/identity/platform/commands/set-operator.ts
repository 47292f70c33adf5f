import { AppError } from "@/server/core/errors";
import type { PlatformContext } from "@/server/core/platform";
import { endSessions } from "../../sessions/commands/end-sessions";
import { countOtherOperators, updateUser } from "../repository";
import type { SetOperatorInput } from "../schema";
import { changeUser } from "./change-user";

/** Makes somebody an operator of the platform, or takes it away; they sign in anew with their new rights. */
export async function setOperator(ctx: PlatformContext, { isOperator, ...input }: SetOperatorInput): Promise<void> {
  const { userId } = input;
  await changeUser(ctx, {
    ...input,
    action: "set_operators",
    work: async (tx, { isPlatformAdmin }) => {
      if (!isOperator && (await countOtherOperators(tx, userId)) === 0)
        throw new AppError({ code: "PRECONDITION_FAILED", reason: "last_operator" });
      await updateUser(tx, { userId, data: { isPlatformAdmin: isOperator } });
      await endSessions({ userId, reason: "role_changed" }, tx);
      return { before: { isOperator: isPlatformAdmin }, after: { isOperator } };
    },
  });
}
