import { createContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { digest } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { browserHeaders, sessionOf } from "./signed-in";

export const callerFor = createCallerFactory(appRouter);

/** Somebody of the platform who has just signed in with both factors, and the token of their browser. */
export async function createOperator() {
  const userId = newId();
  const data = { id: userId, email: `${userId}@example.com`, name: "Pia Plattform", isPlatformAdmin: true };
  await platformClient().user.create({ data });
  const token = await sessionOf({ userId });
  await platformClient().session.update({ where: { tokenHash: digest(token) }, data: { secondFactorAt: new Date() } });
  return { userId, token };
}

/** What a browser with this token can call. */
export async function callerWith(token: string) {
  return callerFor(await createContext(browserHeaders(token)));
}

/** The same, and the token that the answer put into the browser's place, if it did. */
export async function browserWith(token: string) {
  const context = await createContext(browserHeaders(token));
  const newToken = () => /portal_session=([^;]*)/.exec(context.answer.get("set-cookie") ?? "")?.[1] ?? null;
  return { caller: callerFor(context), newToken };
}

export const chainOf = (companyId: string | null) =>
  platformClient().activityLog.findMany({ where: { companyId }, orderBy: { sequence: "asc" } });
