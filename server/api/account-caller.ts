import type { CompanyContext } from "@/server/core/context";
import type { AccountContext } from "@/server/identity/rules/account";
import { activeMembership, type PortalSession, type SessionMembership } from "@/server/identity/rules/session";
import type { ApiContext } from "./context";
import { isSecondFactorRequired } from "./gates/require-entry";
import { sessionCookie } from "./session-cookie";

interface Caller {
  session: PortalSession;
  token: string;
  companyOf: (session: PortalSession, membership: SessionMembership) => CompanyContext;
}

/** Somebody who is signed in, as commands about their own account know them. */
export function openAccount(ctx: ApiContext, { session, token, companyOf }: Caller) {
  const membership = activeMembership(session);
  const { requestId, ip, userAgent } = ctx;
  const account: AccountContext = {
    ...{ session, userId: session.user.id, token, now: new Date(), requestId },
    ...(ip && { ip }),
    ...(userAgent && { userAgent }),
    // An operator's own account is nothing that the business they look into should read about.
    company: membership && !session.impersonation ? companyOf(session, membership) : null,
  };
  const adoptToken = adopterOf(ctx, session);
  return { account, adoptToken, isSecondFactorRequired: isSecondFactorRequired(session, membership) };
}

/** A session's new token goes where the old one was, a browser's into its cookie; no script ever sees it there. */
function adopterOf({ answer }: ApiContext, { kind, expiresAt }: PortalSession) {
  return async <T extends { token: string }>(rotated: Promise<T>): Promise<Omit<T, "token">> => {
    const { token, ...rest } = await rotated;
    if (kind === "api") answer.set("x-session-token", token);
    else answer.append("set-cookie", sessionCookie(token, new Date(expiresAt)));
    return rest;
  };
}
