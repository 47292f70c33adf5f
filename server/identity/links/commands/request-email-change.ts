import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { changeAccount } from "../../commands/change-account";
import type { AccountContext } from "../../rules/account";
import { deviceText, readDevice } from "../../rules/device";
import { type ChangeEmailInput, changeEmailInput } from "../schema";
import { issueLink } from "./issue-link";

/**
 * Begins to change somebody's address: the new one gets a link, the old one hears of it. Nothing changes before the click,
 * and nothing here tells whether somebody else has the address.
 */
export async function requestEmailChange(account: AccountContext, input: ChangeEmailInput): Promise<void> {
  const { newEmail } = changeEmailInput.parse(input);
  const { session, userId, userAgent, ip, now } = account;
  const { email, locale } = session.user;
  if (newEmail === email.toLowerCase()) return requestEmailProof(account);
  await changeAccount(account, {
    action: "request_email_change",
    work: async (within) => {
      if (!(await issueLink({ kind: "verify_email", owner: { userId }, newEmail, now }, within))) return;
      const place = { at: now.toISOString(), device: deviceText(readDevice(userAgent), locale), ip: ip ?? null };
      await queueAccountMail({ kind: "email_change", userId, newEmail, ...place }, within);
    },
  });
}

/** Sends a link to the address that somebody has, so that they prove to read it. */
export async function requestEmailProof(account: AccountContext): Promise<void> {
  const { userId, now } = account;
  await changeAccount(account, {
    action: "request_email_proof",
    work: async (within) => {
      await issueLink({ kind: "verify_email", owner: { userId }, now }, within);
    },
  });
}
