import { z } from "zod";
import { platformProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { endUserSessions } from "./commands/end-user-sessions";
import { lockUser } from "./commands/lock-user";
import { resetTwoFactor } from "./commands/reset-two-factor";
import { setOperator } from "./commands/set-operator";
import { unlockUser } from "./commands/unlock-user";
import { getUser } from "./queries/get-user";
import { listUsers } from "./queries/list-users";
import {
  changeUserInput,
  listUsersInput,
  platformUserDetails,
  platformUserPage,
  setOperatorInput,
  userIdInput,
} from "./schema";

/** Somebody else's account: never without having proved again who asks. */
const changing = platformProcedure.meta({ permission: "edit_platform", reauthentication: true });

export const platformUsersRouter = router({
  list: platformProcedure
    .meta({ permission: "view_platform" })
    .input(listUsersInput)
    .output(platformUserPage)
    .query(({ ctx, input }) => listUsers(ctx.platform, input)),
  get: platformProcedure
    .meta({ permission: "view_platform" })
    .input(userIdInput)
    .output(platformUserDetails)
    .query(({ ctx, input }) => getUser(ctx.platform, input.userId)),
  lock: changing
    .input(changeUserInput)
    .output(z.void())
    .mutation(({ ctx, input }) => lockUser(ctx.platform, input)),
  unlock: changing
    .input(changeUserInput)
    .output(z.void())
    .mutation(({ ctx, input }) => unlockUser(ctx.platform, input)),
  endSessions: changing
    .input(changeUserInput)
    .output(z.void())
    .mutation(({ ctx, input }) => endUserSessions(ctx.platform, input)),
  resetTwoFactor: changing
    .input(changeUserInput)
    .output(z.void())
    .mutation(({ ctx, input }) => resetTwoFactor(ctx.platform, input)),
  setOperator: changing
    .input(setOperatorInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setOperator(ctx.platform, input)),
});
