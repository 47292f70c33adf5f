import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { SESSION_COOKIE } from "@/server/api/session-cookie";
import { visitorOf } from "@/server/api/visitor";
import { env } from "@/server/core/env";
import { AppError } from "@/server/core/errors";
import { log } from "@/server/core/log";
import { DAY } from "@/server/core/time";
import { signIn as openSession } from "../commands/sign-in";
import { signOut as closeSession } from "../commands/sign-out";
import { findSession } from "../queries/find-session";
import { signInInput } from "../schema";

export type SignInRefusal = "invalid" | "locked";

class RefusedSignIn extends CredentialsSignin {
  constructor(override readonly code: SignInRefusal) {
    super();
  }
}

/** Credentials need the library's JWT mode; its "JWT" is the opaque token of our session row, so a row can be revoked at once. */
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
    providers: [Credentials({ credentials: { email: {}, password: {}, isRemembered: {} }, authorize })],
    jwt: {
      encode: async ({ token }) => String(token?.sessionToken ?? ""),
      decode: async ({ token }) => {
        const session = await findSession(token);
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
    /** A wrong password is no fault of ours: the library would print a stack for each. */
    logger: {
      error: (error) => log("security").info({ kind: error.name }, "next-auth refused"),
      warn: (code) => log("security").debug({ code }, "next-auth warns"),
      debug: () => {},
    },
  };
}

async function authorize(raw: Partial<Record<string, unknown>>, request: Request) {
  const input = signInInput.safeParse({ ...raw, isRemembered: raw.isRemembered === "on" });
  if (!input.success) throw new RefusedSignIn("invalid");
  try {
    const { token, user } = await openSession(visitorOf(request.headers), input.data);
    return { id: user.id, name: user.name, email: user.email, sessionToken: token };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new RefusedSignIn(error.code === "ACCOUNT_LOCKED" ? "locked" : "invalid");
  }
}

const auth = NextAuth(config);
export const { handlers } = auth;

/** Checks the credentials and sets the cookie; says why not, or null when the person is in. Faults are thrown. */
export async function signInWithCredentials(credentials: {
  email: string;
  password: string;
  isRemembered: string;
}): Promise<SignInRefusal | null> {
  try {
    await auth.signIn("credentials", { ...credentials, redirect: false });
    return null;
  } catch (error) {
    if (error instanceof RefusedSignIn) return error.code;
    throw error;
  }
}

/** Ends the session's row and removes the cookie. */
export async function signOutOfBrowser(): Promise<void> {
  await auth.signOut({ redirect: false });
}
