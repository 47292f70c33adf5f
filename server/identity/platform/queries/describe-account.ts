import { notFound } from "@/server/core/errors";
import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { findAccountByEmail } from "../repository/accounts";

/** Everything that decides whether and where somebody gets in. */
export async function describeAccount(ctx: PlatformContext, { email }: { email: string }) {
  const account = await transactAsPlatform(ctx, (tx) => findAccountByEmail(tx, email));
  if (!account) throw notFound("user");
  const { sessions, ...rest } = account;
  return { ...rest, sessions: sessions.filter(({ expiresAt }) => expiresAt > ctx.now) };
}
