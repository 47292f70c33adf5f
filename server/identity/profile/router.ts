import { z } from "zod";
import { accountProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { editProfile } from "./commands/edit-profile";
import { removeAvatar } from "./commands/remove-avatar";
import { setAvatar } from "./commands/set-avatar";
import { findAvatar } from "./queries/find-avatar";
import { getProfile } from "./queries/get-profile";
import { avatarUrlView, avatarView, editProfileInput, findAvatarInput, profileView, setAvatarInput } from "./schema";

export const profileRouter = router({
  get: accountProcedure
    .meta({ permission: "account" })
    .output(profileView)
    .query(({ ctx }) => getProfile(ctx.account.userId)),
  edit: accountProcedure
    .meta({ permission: "account" })
    .input(editProfileInput)
    .output(z.void())
    .mutation(({ ctx, input }) => editProfile(ctx.account, input)),
  findAvatar: accountProcedure
    .meta({ permission: "account" })
    .input(findAvatarInput)
    .output(avatarView.nullable())
    .query(({ ctx, input }) => findAvatar(ctx.account.userId, input.userId)),
  setAvatar: accountProcedure
    .meta({ permission: "account", limit: "uploads" })
    .input(setAvatarInput)
    .output(avatarUrlView)
    .mutation(({ ctx, input }) => setAvatar(ctx.account, input)),
  removeAvatar: accountProcedure
    .meta({ permission: "account" })
    .output(z.void())
    .mutation(({ ctx }) => removeAvatar(ctx.account)),
});
