import { digest } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { continueSignIn, type SignInStep } from "../../commands/continue-sign-in";
import { noteRefusedEntry } from "../../commands/prove-password";
import { inAccountTransaction } from "../../repository/account";
import type { Visitor } from "../../rules/visitor";
import { takeLink } from "../repository";
import { LINKS } from "../rules";
import { useLinkInput } from "../schema";

/** Signs in by a mailed link, once: in place of the password, not of the second factor. */
export async function redeemMagicLink(
  visitor: Visitor,
  { isRemembered, ...input }: { token: string; isRemembered: boolean },
): Promise<SignInStep> {
  const { token } = useLinkInput.parse(input);
  const link = { tokenHash: digest(token), purpose: LINKS.magic_link.purpose };
  const person = await inAccountTransaction((tx) => takeLink(link, tx));
  if (!person) {
    noteRefusedEntry(visitor, "link_invalid");
    throw new AppError({ code: "NOT_FOUND", reason: "link_invalid" });
  }
  return continueSignIn(visitor, { person, isRemembered });
}
