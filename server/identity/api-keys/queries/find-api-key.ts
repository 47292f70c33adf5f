import { z } from "zod";
import { digest } from "@/server/core/crypto";
import { loadApiKey } from "../repository";
import { type FoundApiKey, isApiKeyToken } from "../rules";

/** No company has it. */
const NOWHERE = "00000000-0000-0000-0000-000000000000";

/**
 * The living key behind a token, in the company that the request names, or null: unknown, expired, revoked, or made by
 * somebody who no longer works there.
 */
export async function findApiKey(token: string, named: string | null = null): Promise<FoundApiKey | null> {
  if (!isApiKeyToken(token)) return null;
  const companyId = named === null || z.uuid().safeParse(named).success ? named : NOWHERE;
  return loadApiKey(digest(token), companyId);
}
