import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { SESSION_COOKIE } from "@/server/api/session-cookie";
import { env } from "@/server/core/env";
import { log } from "@/server/core/log";
import { DAY } from "@/server/core/time";
import { signOut as closeSession } from "../commands/sign-out";
import { findSession } from "../queries/find-session";

/**
 * The library keeps the cookie; who may have one is decided by our own commands (a password, a code, a passkey, a mailed
 * link), each of which opens a session row. Its credentials are that row's token, and its "JWT" is the token too, so that a
 * row can be revoked at once.
 */
function config(): NextAuthConfig {
  const secure = env().APP_URL.startsWith("https:");
  return {
    trustHost: true,
    secret: env().AUTH_SECRET,
    useSecureCookies: secure,
    pages: { signIn: "/login", error: "/login" },
    session: { strategy: "jwt", maxAge: (30 * DAY) / 1000 },
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    providers: [Credentials({ credentials: { token: {} }, authorize: ({ token }) => authorize(token) })],
    jwt: {
      encode: async ({ token }) => String(token?.sessionToken ?? ""),
      decode: async ({ token }) => {
        const session = await findSession(token, "portal");
        return session ? { sessionToken: token, sub: session.user.id, ...session.user } : null;
      },
    },
    callbacks: {
      jwt: ({ token, user }) =>
        user && "sessionToken" in user ? { ...token, sessionToken: user.sessionToken } : token,
      session: ({ session, token }) => ({ expires: session.expires, user: { name: token.name, email: token.email } }),
    },
    events: {
      signOut: async (message) => {
        const token = "token" in message ? message.token?.sessionToken : undefined;
        if (typeof token === "string") await closeSession(token);
      },
    },
    /** A wrong token is no fault of ours: the library would print a stack for each. */
    logger: {
      error: (error) => log("security").info({ kind: error.name }, "next-auth refused"),
      warn: (code) => log("security").debug({ code }, "next-auth warns"),
      debug: () => {},
    },
  };
}

async function authorize(token: unknown) {
  const session = typeof token === "string" ? await findSession(token, "portal") : null;
  if (!session) throw new CredentialsSignin();
  const { id, name, email } = session.user;
  return { id, name, email, sessionToken: token };
}

const auth = NextAuth(config);
export const { handlers } = auth;

/** Puts a session that a command has opened into the browser's cookie. */
export async function enterBrowser(token: string): Promise<void> {
  await auth.signIn("credentials", { token, redirect: false });
}

/** Ends the session's row and removes the cookie. */
export async function signOutOfBrowser(): Promise<void> {
  await auth.signOut({ redirect: false });
}
