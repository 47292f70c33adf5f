import { randomInt } from "node:crypto";
import type { TransactionContext } from "@/server/core/context";
import { digest } from "@/server/core/crypto";
import { newId } from "@/server/core/ids";
import { replaceRecoveryCodes } from "../repository";
import { RECOVERY_ALPHABET, RECOVERY_CODES, RECOVERY_LENGTH, writtenRecoveryCode } from "../rules";

const randomCode = () =>
  Array.from({ length: RECOVERY_LENGTH }, () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)]).join("");

/** Ten new codes in place of all earlier ones, as they are written down; only their digests stay here. */
export async function issueRecoveryCodes(userId: string, { tx }: Pick<TransactionContext, "tx">): Promise<string[]> {
  const plain = Array.from({ length: RECOVERY_CODES }, randomCode);
  const rows = plain.map((code) => ({ id: newId(), hash: digest(code) }));
  await replaceRecoveryCodes(userId, rows, tx);
  return plain.map(writtenRecoveryCode);
}
