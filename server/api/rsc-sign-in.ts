import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { env } from "@/server/core/env";
import { AppError, type ErrorCode } from "@/server/core/errors";
import { log } from "@/server/core/log";
import { enterBrowser } from "@/server/identity/adapters/next-auth";
import { beginSignIn } from "@/server/identity/commands/begin-sign-in";
import type { SignInStep } from "@/server/identity/commands/continue-sign-in";
import type { OpenedSession } from "@/server/identity/commands/open-session";
import { signOut as endSession } from "@/server/identity/commands/sign-out";
import { safePath } from "@/server/identity/rules/safe-path";
import { signInInput } from "@/server/identity/schema";
import { answerChallenge } from "@/server/identity/two-factor/commands/answer-challenge";
import { answerChallengeInput } from "@/server/identity/two-factor/schema";
import { describeFault } from "./failure";
import { requireWithinLimits } from "./gates/rate-limits";
import { LOCALE_COOKIE } from "./locale";
import { sessionToken } from "./session-cookie";
import { DEVICE_COOKIE, type Visitor, visitorOf } from "./visitor";

/** What the form says; each is a key of `identity.signIn.errors`. */
export type SignInFault = "invalid" | "locked" | "address" | "wrong_code" | "expired" | "unavailable";

const CHALLENGE_COOKIE = "sign_in_challenge";
const CODE_PAGE = "/login/code";
const YEAR_SECONDS = 365 * 24 * 3600;

/** The first step: goes to the page that was asked for, or to the second step; otherwise says what was wrong. */
export async function signInWithPassword(formData: FormData): Promise<SignInFault> {
  const input = signInInput.safeParse({
    email: field(formData, "email"),
    password: field(formData, "password"),
    isRemembered: field(formData, "remember") === "on",
  });
  if (!input.success) return "invalid";
  return enterOr(async () => beginSignIn(visitorOf(await headers()), input.data));
}

/** The second step: the code of the app, or a recovery code. */
export async function signInWithCode(formData: FormData): Promise<SignInFault> {
  const challenge = (await cookies()).get(CHALLENGE_COOKIE)?.value;
  const input = answerChallengeInput.safeParse({ challenge, code: field(formData, "code") });
  if (!challenge) return "expired";
  if (!input.success) return "wrong_code";
  return enterOr(async () => {
    return { kind: "session", session: await answerChallenge(visitorOf(await headers()), input.data) };
  });
}

/** Does the step and goes on; a refusal is said in a word, a fault is logged. */
export async function enterOr(step: () => Promise<SignInStep>): Promise<SignInFault> {
  let done: SignInStep;
  try {
    await requireWithinLimits(nobody(visitorOf(await headers())), "sign_in");
    done = await step();
    if (done.kind === "session") await enter(done.session);
    else await keepChallenge(done.challenge);
  } catch (error) {
    if (error instanceof AppError) return faultOf(error);
    log("app").error({ fault: describeFault(error) }, "sign-in failed");
    return "unavailable";
  }
  const next = nextOf((await headers()).get("referer"));
  if (done.kind === "session") redirect(safePath(next));
  redirect(next ? `${CODE_PAGE}?next=${encodeURIComponent(next)}` : CODE_PAGE);
}

/** Whoever signs in is counted by address, whoever they were before. */
const nobody = ({ ip }: Visitor) => ({ session: null, apiKey: null, ip, answer: new Headers() });

/** The browser's cookies from now on; a session of before ends. */
async function enter({ token, device, user }: OpenedSession): Promise<void> {
  const before = sessionToken(await headers());
  await enterBrowser(token);
  const jar = await cookies();
  jar.set(DEVICE_COOKIE, device, { ...cookieOptions(), maxAge: YEAR_SECONDS });
  jar.delete(CHALLENGE_COOKIE);
  // Their own language, where nobody has chosen one; German is also what it is before a choice.
  if (user.locale !== "de" && !jar.has(LOCALE_COOKIE))
    jar.set(LOCALE_COOKIE, user.locale, { sameSite: "lax", path: "/", maxAge: YEAR_SECONDS });
  if (before) await endSession(before, "replaced");
}

async function keepChallenge(challenge: string): Promise<void> {
  (await cookies()).set(CHALLENGE_COOKIE, challenge, { ...cookieOptions(), maxAge: 600 });
}

/** Whether somebody stands between the two steps in this browser. */
export async function hasChallenge(): Promise<boolean> {
  return (await cookies()).has(CHALLENGE_COOKIE);
}

const cookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: env().APP_URL.startsWith("https:") }) as const;

const FAULTS: Partial<Record<ErrorCode, SignInFault>> = {
  ACCOUNT_LOCKED: "locked",
  RATE_LIMITED: "locked",
  UNAUTHENTICATED: "invalid",
};

function faultOf({ code, reason }: AppError): SignInFault {
  if (reason === "wrong_code") return "wrong_code";
  if (reason === "challenge_expired") return "expired";
  if (reason === "address_not_allowed") return "address";
  return FAULTS[code] ?? "unavailable";
}

const field = (formData: FormData, name: string) => String(formData.get(name) ?? "");

const nextOf = (referer: string | null) =>
  referer && URL.canParse(referer) ? new URL(referer).searchParams.get("next") : null;
