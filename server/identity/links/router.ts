import { z } from "zod";
import { accountProcedure, publicProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { confirmEmail } from "./commands/confirm-email";
import { requestEmailChange, requestEmailProof } from "./commands/request-email-change";
import { requestLink } from "./commands/request-link";
import { resetPassword } from "./commands/reset-password";
import { findLinkOwner } from "./queries/find-link-owner";
import { getEmail } from "./queries/get-email";
import {
  changeEmailInput,
  emailView,
  linkKind,
  linkView,
  requestLinkInput,
  resetPasswordInput,
  useLinkInput,
} from "./schema";

/** Signing in by a link sets a cookie, so it is no procedure but an action of its page. */
export const linksRouter = router({
  requestPasswordReset: publicProcedure
    .meta({ permission: "public", limit: "links" })
    .input(requestLinkInput)
    .output(z.void())
    .mutation(({ ctx, input }) => requestLink(ctx, { kind: "password_reset", ...input })),
  requestMagicLink: publicProcedure
    .meta({ permission: "public", limit: "links" })
    .input(requestLinkInput)
    .output(z.void())
    .mutation(({ ctx, input }) => requestLink(ctx, { kind: "magic_link", ...input })),
  find: publicProcedure
    .meta({ permission: "public", limit: "links" })
    .input(useLinkInput.extend({ kind: linkKind }))
    .output(linkView.nullable())
    .query(({ input }) => findLinkOwner(input)),
  resetPassword: publicProcedure
    .meta({ permission: "public", limit: "links" })
    .input(resetPasswordInput)
    .output(z.void())
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
  confirmEmail: publicProcedure
    .meta({ permission: "public", limit: "links" })
    .input(useLinkInput)
    .output(z.object({ email: z.string() }))
    .mutation(({ ctx, input }) => confirmEmail(ctx, input)),
  getEmail: accountProcedure
    .meta({ permission: "account" })
    .output(emailView)
    .query(({ ctx }) => getEmail(ctx.account)),
  requestEmailChange: accountProcedure
    .meta({ permission: "account", reauthentication: true })
    .input(changeEmailInput)
    .output(z.void())
    .mutation(({ ctx, input }) => requestEmailChange(ctx.account, input)),
  requestEmailProof: accountProcedure
    .meta({ permission: "account" })
    .output(z.void())
    .mutation(({ ctx }) => requestEmailProof(ctx.account)),
});
