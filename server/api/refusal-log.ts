import type { ErrorCode } from "@/server/core/errors";
import { log } from "@/server/core/log";
import type { ApiContext } from "./context";
import { callerOf } from "./door";
import type { Failure } from "./failure";

/** Somebody who may not, or is not who they would have to be: worth knowing when it happens often. */
const SUSPICIOUS: ReadonlySet<ErrorCode> = new Set([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "TWO_FACTOR_REQUIRED",
  "REAUTHENTICATION_REQUIRED",
  "ACCOUNT_LOCKED",
]);
/** Nothing that there is, and yet no slip: a link that is over or made up, a company that a key has nothing to do with. */
const SUSPICIOUS_REASONS: ReadonlySet<string> = new Set(["link_invalid", "invitation_not_open", "company_not_found"]);

/** Leaves a line in the security log for a call that was refused because of who called. */
export function noteRefusal(ctx: ApiContext, procedure: string, { code, reason }: Failure): void {
  if (!SUSPICIOUS.has(code) && !SUSPICIOUS_REASONS.has(reason)) return;
  const { requestId, ip, session, apiKey } = ctx;
  const who = { userId: session?.user.id, apiKeyId: apiKey?.apiKeyId, ...callerOf(ctx) };
  log("security").warn({ requestId, procedure, code, reason, ip, ...who }, "call refused");
}
