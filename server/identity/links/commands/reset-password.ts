import { digest } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { hashPassword } from "../../adapters/argon2";
import { changeByLink } from "../../commands/change-by-link";
import { requireGoodPassword } from "../../passwords/commands/require-good-password";
import { setPassword } from "../../passwords/repository";
import { deviceText, readDevice } from "../../rules/device";
import type { Visitor } from "../../rules/visitor";
import { endSessions } from "../../sessions/repository";
import { findLink, takeLink } from "../repository";
import { LINKS } from "../rules";
import { type ResetPasswordInput, resetPasswordInput } from "../schema";

/**
 * Sets a new password by a mailed link, once; every session of the account ends, and its person is told. Somebody with a
 * second factor still needs it to sign in. A password that won't do leaves the link as it is.
 */
export async function resetPassword(visitor: Visitor, input: ResetPasswordInput): Promise<void> {
  const { token, newPassword } = resetPasswordInput.parse(input);
  const { ip, userAgent, now = new Date() } = visitor;
  const link = { tokenHash: digest(token), purpose: LINKS.password_reset.purpose };
  const owner = await findLink(link);
  if (!owner) throw linkInvalid();
  await requireGoodPassword(newPassword, [owner.email, owner.name]);
  const passwordHash = await hashPassword(newPassword);
  await changeByLink(visitor, {
    person: owner,
    action: "reset_password",
    work: async ({ tx }) => {
      const person = await takeLink(link, tx);
      if (!person) throw linkInvalid();
      await setPassword(person.userId, passwordHash, tx);
      await endSessions({ userId: person.userId, reason: "password_reset" }, tx);
      const place = { at: now.toISOString(), device: deviceText(readDevice(userAgent), person.locale), ip: ip ?? null };
      await queueAccountMail({ kind: "password_changed", userId: person.userId, ...place }, { tx });
    },
  });
}

function linkInvalid(): AppError {
  return new AppError({ code: "NOT_FOUND", reason: "link_invalid" });
}
