import { AppError } from "@/server/core/errors";
import { checkRecentProof } from "@/server/identity/rules/security-settings";
import type { ApiContext } from "../context";
import type { ProcedureMeta } from "../trpc";

/** Where the procedure asks for it: throws unless a person has proved within the last minutes who they are. A key can't. */
export function requireReauthentication(meta: ProcedureMeta | undefined, { session, apiKey }: ApiContext): void {
  if (!meta?.reauthentication) return;
  if (apiKey || !session) throw new AppError({ code: "FORBIDDEN", reason: "not_for_api_keys" });
  const refusal = checkRecentProof(session.authenticatedAt, new Date());
  if (refusal) throw new AppError(refusal);
}
