import { AppError } from "@/server/core/errors";
import { rotateToken } from "../../commands/rotate-token";
import type { AccountContext } from "../../rules/account";
import type { IssuedToken } from "../schema";

/** Gives a program a new token for its session; the old one ends. A browser's token is never told to a script. */
export async function refreshToken({ session, token }: AccountContext): Promise<IssuedToken> {
  if (session.kind !== "api") throw new AppError({ code: "FORBIDDEN", reason: "programs_only" });
  return { token: await rotateToken({ token }), expiresAt: new Date(session.expiresAt) };
}
