import { z } from "zod";
import { accountProcedure, publicProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { addPasskey } from "./commands/add-passkey";
import { beginPasskey, beginPasskeyProof, beginPasskeySignIn } from "./commands/begin-passkey";
import { reauthenticateWithPasskey } from "./commands/reauthenticate-with-passkey";
import { removePasskey } from "./commands/remove-passkey";
import { renamePasskey } from "./commands/rename-passkey";
import { listPasskeys } from "./queries/list-passkeys";
import {
  addPasskeyInput,
  passkeyOptions,
  passkeyView,
  removePasskeyInput,
  renamePasskeyInput,
  usePasskeyInput,
} from "./schema";

/** Signing in with one sets a cookie, so it is no procedure but an action of its page. */
export const passkeysRouter = router({
  list: accountProcedure
    .meta({ permission: "account" })
    .output(z.array(passkeyView))
    .query(({ ctx }) => listPasskeys(ctx.account)),
  begin: accountProcedure
    .meta({ permission: "account", reauthentication: true })
    .output(passkeyOptions)
    .mutation(({ ctx }) => beginPasskey(ctx.account)),
  add: accountProcedure
    .meta({ permission: "account", reauthentication: true })
    .input(addPasskeyInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => addPasskey(ctx.account, input)),
  rename: accountProcedure
    .meta({ permission: "account" })
    .input(renamePasskeyInput)
    .output(z.void())
    .mutation(({ ctx, input }) => renamePasskey(ctx.account, input)),
  remove: accountProcedure
    .meta({ permission: "account", reauthentication: true })
    .input(removePasskeyInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removePasskey(ctx.account, input)),
  beginSignIn: publicProcedure
    .meta({ permission: "public", limit: "sign_in" })
    .output(passkeyOptions)
    .mutation(({ ctx }) => beginPasskeySignIn(ctx)),
  beginProof: accountProcedure
    .meta({ permission: "account" })
    .output(passkeyOptions)
    .mutation(({ ctx }) => beginPasskeyProof(ctx.account)),
  reauthenticate: accountProcedure
    .meta({ permission: "account" })
    .input(usePasskeyInput)
    .output(z.object({}))
    .mutation(({ ctx, input }) => ctx.adoptToken(reauthenticateWithPasskey(ctx.account, input))),
});
