import { digest } from "@/server/core/crypto";
import { closeSession } from "../repository/sessions";
import { recordSessionActivity } from "./record-session-activity";

/** Ends the session behind the token at once, wherever it is used; an unknown token is no error. */
export async function signOut(token: string, reason = "signed_out"): Promise<void> {
  await recordSessionActivity(token, {
    action: "sign_out",
    after: { reason },
    work: ({ tx }) => closeSession(digest(token), reason, tx),
  });
}
