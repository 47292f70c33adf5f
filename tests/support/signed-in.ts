import { createContext } from "@/server/api/context";
import { SESSION_COOKIE } from "@/server/api/session-cookie";
import { digest, randomToken } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";

/** The token of a browser's living session, without the work of hashing a password. */
export const sessionOf = (user: { userId: string }, companyId?: string) => openSession(user, "portal", companyId);

/** The token that a program holds: it goes into a header, never into a cookie. */
export const programSessionOf = (user: { userId: string }, companyId?: string) => openSession(user, "api", companyId);

async function openSession(user: { userId: string }, kind: "portal" | "api", companyId?: string): Promise<string> {
  const token = randomToken(32);
  const [tokenHash, expiresAt] = [digest(token), new Date(Date.now() + 30 * DAY)];
  await platformClient().session.create({
    data: { id: newId(), userId: user.userId, kind, activeCompanyId: companyId ?? null, tokenHash, expiresAt },
  });
  return token;
}

/** The headers that a browser with this session sends from one of our own pages. */
export function browserHeaders(token?: string, extra: Record<string, string> = {}): Headers {
  return new Headers({
    ...(token && { cookie: `${SESSION_COOKIE}=${token}` }),
    "sec-fetch-site": "same-origin",
    ...extra,
  });
}

/** The context of a call from a browser that is signed in as this user. */
export async function contextOf(user: { userId: string }, companyId?: string) {
  return createContext(browserHeaders(await sessionOf(user, companyId)));
}

/** The same, of somebody who has shown a second factor, as operators must. */
export async function operatorSessionOf(user: { userId: string }, companyId?: string): Promise<string> {
  const token = await sessionOf(user, companyId);
  await platformClient().session.update({ where: { tokenHash: digest(token) }, data: { secondFactorAt: new Date() } });
  return token;
}
