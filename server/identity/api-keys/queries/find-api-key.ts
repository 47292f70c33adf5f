import { digest } from "@/server/core/crypto";
import { loadApiKey } from "../repository";
import { type FoundApiKey, isApiKeyToken } from "../rules";

/** The living key behind a token, or null: unknown, expired, revoked, or made by somebody who no longer works there. */
export async function findApiKey(token: string): Promise<FoundApiKey | null> {
  return isApiKeyToken(token) ? loadApiKey(digest(token)) : null;
}
