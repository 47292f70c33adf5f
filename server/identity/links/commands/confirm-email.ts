import { digest } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { log } from "@/server/core/log";
import { inAccountTransaction } from "../../repository/account";
import type { Visitor } from "../../rules/visitor";
import { setEmail, takeLink } from "../repository";
import { LINKS } from "../rules";
import { type UseLinkInput, useLinkInput } from "../schema";

/** Proves an address by the link that was mailed to it, once; a new address takes the place of the old one. */
export async function confirmEmail({ ip, requestId }: Visitor, input: UseLinkInput): Promise<{ email: string }> {
  const { token } = useLinkInput.parse(input);
  const link = { tokenHash: digest(token), purpose: LINKS.verify_email.purpose };
  const proved = await inAccountTransaction(async (tx) => {
    const person = await takeLink(link, tx);
    if (!person) throw new AppError({ code: "NOT_FOUND", reason: "link_invalid" });
    const { userId, email, newEmail } = person;
    if (newEmail && !(await setEmail(userId, newEmail, tx)))
      throw new AppError({ code: "INVALID_TRANSITION", reason: "email_taken" });
    return { userId, email: newEmail ?? email };
  });
  log("security").info({ requestId, ip, userId: proved.userId }, "address proved");
  return { email: proved.email };
}
