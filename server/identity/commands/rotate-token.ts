import type { TransactionContext } from "@/server/core/context";
import { digest, randomToken } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { rotateToken as rotate } from "../repository/sessions";

export interface TokenRotation {
  token: string;
  /** The person has just proved who they are. */
  isProved?: boolean;
  /** With a second factor too. */
  isSecondFactor?: boolean;
}

/** Gives the session a new token where its rights change; whoever has the old one has nothing. */
export async function rotateToken(
  { token, isProved = false, isSecondFactor = false }: TokenRotation,
  within?: Pick<TransactionContext, "tx">,
): Promise<string> {
  const newToken = randomToken(32);
  const rotation = { tokenHash: digest(token), newHash: digest(newToken), isProved, isSecondFactor };
  if (!(await rotate(rotation, within?.tx))) throw new AppError({ code: "UNAUTHENTICATED", reason: "signed_out" });
  return newToken;
}
