import { AppError } from "@/server/core/errors";
import { signIn } from "../../commands/sign-in";
import { findSession } from "../../queries/find-session";
import { getMe } from "../../queries/get-me";
import { activeMembership } from "../../rules/session";
import type { Visitor } from "../../rules/visitor";
import type { LoginAnswer, LoginInput } from "../schema";

/** Opens a session for a program; TWO_FACTOR_REQUIRED asks for the same again with the person's code. */
export async function login(visitor: Visitor, input: LoginInput): Promise<LoginAnswer> {
  const { token, expiresAt, user } = await signIn(visitor, { ...input, kind: "api" });
  const session = await findSession(token);
  if (!session) throw new AppError({ code: "UNAUTHENTICATED", reason: "signed_out" });
  const membership = activeMembership(session);
  if (!membership) return { token, expiresAt, user, company: null, permissions: [] };
  const { company, permissions } = getMe(session, membership);
  return { token, expiresAt, user, company, permissions };
}
