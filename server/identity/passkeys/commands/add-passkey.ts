import { digest } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { changeAccount } from "../../commands/change-account";
import type { AccountContext } from "../../rules/account";
import { placeOfChange } from "../../two-factor/commands/place-of-change";
import { readNewKey } from "../adapters/simplewebauthn";
import { insertPasskey, takeChallenge } from "../repository";
import { MOST_PASSKEYS } from "../rules";
import { type AddPasskeyInput, addPasskeyInput } from "../schema";

/** Adds a passkey that a browser has just made for this person; a mail tells of it. */
export async function addPasskey(account: AccountContext, input: AddPasskeyInput): Promise<{ id: string }> {
  const { name, passkey } = addPasskeyInput.parse(input);
  const { userId } = account;
  const key = await readNewKey(passkey, (challenge) =>
    takeChallenge({ userId, purpose: "register", challengeHash: digest(challenge) }),
  );
  if (!key) throw new AppError({ code: "VALIDATION_ERROR", reason: "passkey_refused" });
  const transports = passkey.response.transports ?? [];
  const row = { id: newId(), userId, credentialId: key.id, publicKey: key.publicKey, counter: key.counter };
  return changeAccount(account, {
    action: "add_passkey",
    after: { name },
    work: async (within) => {
      if (!(await insertPasskey({ ...row, transports, name }, MOST_PASSKEYS, within.tx)))
        throw new AppError({ code: "INVALID_TRANSITION", reason: "passkey_not_added" });
      await queueAccountMail(
        { kind: "two_factor_changed", change: "passkey_added", ...placeOfChange(account) },
        within,
      );
      return { id: row.id };
    },
  });
}
