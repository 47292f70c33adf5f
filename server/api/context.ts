import type { TransactionContext } from "@/server/core/context";
import { findSession } from "@/server/identity/queries/find-session";
import type { PortalSession } from "@/server/identity/rules/session";
import { type Locale, localeOf } from "./locale";
import { sessionToken } from "./session-cookie";
import { type Visitor, visitorOf } from "./visitor";

/** What every procedure starts from; one for each request, also when it carries several calls. */
export interface ApiContext extends Visitor {
  locale: Locale;
  token: string | undefined;
  session: PortalSession | null;
  /** The transaction that a door has opened around the call, so that what it keeps stands or falls with it. */
  transaction?: Pick<TransactionContext, "tx" | "pendingActivity">;
}

export async function createContext(headers: Headers): Promise<ApiContext> {
  const token = sessionToken(headers);
  return { ...visitorOf(headers), locale: localeOf(headers), token, session: await findSession(token) };
}
