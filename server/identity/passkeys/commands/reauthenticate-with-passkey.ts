import { AppError } from "@/server/core/errors";
import { changeAccount } from "../../commands/change-account";
import { recordRefusedProof } from "../../commands/record-refused-proof";
import { rotateToken } from "../../commands/rotate-token";
import type { AccountContext } from "../../rules/account";
import { type UsePasskeyInput, usePasskeyInput } from "../schema";
import { provePasskey } from "./prove-passkey";

/** Takes a passkey in place of the password, before something sensitive; the session goes on under a new token. */
export async function reauthenticateWithPasskey(
  account: AccountContext,
  input: UsePasskeyInput,
): Promise<{ token: string }> {
  const { passkey } = usePasskeyInput.parse(input);
  const { userId, token } = account;
  const person = await provePasskey({ passkey, userId, purpose: "reauthenticate" });
  if (!person) {
    await recordRefusedProof(account, "passkey");
    throw new AppError({ code: "VALIDATION_ERROR", reason: "passkey_refused" });
  }
  return changeAccount(account, {
    action: "confirm_identity",
    after: { method: "passkey" },
    work: async (tx) => ({ token: await rotateToken({ token, isProved: true, isSecondFactor: true }, tx) }),
  });
}
