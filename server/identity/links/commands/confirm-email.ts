import { digest } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { changeByLink } from "../../commands/change-by-link";
import type { Visitor } from "../../rules/visitor";
import { findLink, setEmail, takeLink } from "../repository";
import { LINKS } from "../rules";
import { type UseLinkInput, useLinkInput } from "../schema";

/** Proves an address by the link that was mailed to it, once; a new address takes the place of the old one. */
export async function confirmEmail(visitor: Visitor, input: UseLinkInput): Promise<{ email: string }> {
  const { token } = useLinkInput.parse(input);
  const link = { tokenHash: digest(token), purpose: LINKS.verify_email.purpose };
  const owner = await findLink(link);
  if (!owner) throw linkInvalid();
  return changeByLink(visitor, {
    person: owner,
    action: owner.newEmail ? "change_email" : "confirm_email",
    work: async ({ tx }) => {
      const person = await takeLink(link, tx);
      if (!person) throw linkInvalid();
      const { userId, email, newEmail } = person;
      if (newEmail && !(await setEmail(userId, newEmail, tx)))
        throw new AppError({ code: "INVALID_TRANSITION", reason: "email_taken" });
      return { email: newEmail ?? email };
    },
  });
}

function linkInvalid(): AppError {
  return new AppError({ code: "NOT_FOUND", reason: "link_invalid" });
}
