import type { TransactionContext } from "@/server/core/context";
import { findApiKey } from "@/server/identity/api-keys/queries/find-api-key";
import type { FoundApiKey } from "@/server/identity/api-keys/rules";
import { findSession } from "@/server/identity/queries/find-session";
import type { PortalSession } from "@/server/identity/rules/session";
import { apiKeyToken } from "./api-key-token";
import { bearerToken, hasOwnCredentials } from "./bearer-token";
import { type Locale, localeOf } from "./locale";
import { sessionToken } from "./session-cookie";
import { type Visitor, visitorOf } from "./visitor";

/** What every procedure starts from; one for each request, also when it carries several calls. */
export interface ApiContext extends Visitor {
  locale: Locale;
  token: string | undefined;
  session: PortalSession | null;
  /** A program's key, instead of a session. */
  apiKey: FoundApiKey | null;
  /** Headers that the answer shall have, where the door sends any. */
  answer: Headers;
  /** Its door has counted the call against the limits, or asks for itself. */
  isCounted?: boolean;
  /** Set where several calls came in one request of a page: whether it was counted already. */
  batch?: { counted?: Promise<void> };
  /** The transaction that a door has opened around the call, so that what it keeps stands or falls with it. */
  transaction?: Pick<TransactionContext, "tx" | "connection" | "pendingActivity" | "lastly">;
}

export async function createContext(headers: Headers, answer = new Headers()): Promise<ApiContext> {
  const isProgram = hasOwnCredentials(headers);
  const token = isProgram ? bearerToken(headers) : sessionToken(headers);
  const key = apiKeyToken(headers);
  const apiKey = key === undefined ? null : await findApiKey(key, headers.get("x-company-id"));
  const session = key === undefined ? await findSession(token, isProgram ? "api" : "portal") : null;
  return { ...visitorOf(headers), locale: localeOf(headers), token, session, apiKey, answer };
}
