import { Secret, TOTP } from "otpauth";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { contextOf } from "./signed-in";

const callerOf = createCallerFactory(appRouter);

/** The code that an authenticator app with this secret shows. */
export function codeAt(secret: string, at: number = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
}

/** Calls as the browser of this user does, and the cookies that it gets. */
export async function browserOf(user: { userId: string }, companyId?: string) {
  const context = await contextOf(user, companyId);
  return { context, call: callerOf(context), newToken: () => tokenIn(context.answer) };
}

/** Switches the second factor on, as its owner does. */
export async function enrol(user: { userId: string }, companyId?: string) {
  const { call } = await browserOf(user, companyId);
  const { secret } = await call.twoFactor.begin();
  const { codes } = await call.twoFactor.enable({ code: codeAt(secret) });
  return { secret, codes };
}

function tokenIn(answer: Headers): string | undefined {
  return /portal_session=([\w-]{43});/.exec(answer.get("set-cookie") ?? "")?.[1];
}
