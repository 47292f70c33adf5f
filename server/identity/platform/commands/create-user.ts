import { AppError, notFound } from "@/server/core/errors";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import { hashPassword } from "../../adapters/argon2";
import { requireGoodPassword } from "../../passwords/commands/require-good-password";
import { findRoleId, insertAccount, isEmailTaken } from "../repository/accounts";

export interface NewUser {
  email: string;
  name: string;
  /** Without one they come in by a link that is mailed to them. */
  password: string | null;
  isPlatformAdmin: boolean;
  place: { companyId: string; roleKey: string } | null;
  isDryRun: boolean;
}

/** Gives somebody an account, and a place in a company when one is named. Null when it was only tried. */
export async function createUser(ctx: PlatformContext, user: NewUser): Promise<{ userId: string | null }> {
  const { email, name, password, isPlatformAdmin, isDryRun } = user;
  if (password !== null) await requireGoodPassword(password, [email, name]);
  return transactAsPlatform(ctx, async (tx) => {
    if (await isEmailTaken(tx, email)) throw new AppError({ code: "VALIDATION_ERROR", reason: "email_taken" });
    const roleId = user.place && (await findRoleId(tx, { key: user.place.roleKey, companyId: user.place.companyId }));
    if (user.place && !roleId) throw notFound("role");
    if (isDryRun) return { userId: null };
    const passwordHash = password === null ? null : await hashPassword(password);
    const place = user.place && roleId ? { companyId: user.place.companyId, roleId } : null;
    const userId = await insertAccount(tx, { email, name, passwordHash, isPlatformAdmin, place });
    recordPlatformAudit(tx, {
      logName: "security",
      action: "edit_platform",
      subjectType: "user",
      subjectId: userId,
      after: { email, name, isPlatformAdmin, role: user.place?.roleKey ?? null },
      companyIds: place ? [place.companyId] : [],
    });
    return { userId };
  });
}
