import { digest } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { findByToken, type LinkedInvitation } from "../repository/invitations";
import type { OpenInvitation } from "../schema";

/** What a link's token stands for while the invitation is open; used, expired, taken back and made up are answered alike. */
export async function requireOpenInvitation({ token }: { token: string }): Promise<LinkedInvitation> {
  const invitation = await findByToken(digest(token));
  if (!invitation?.isOpen) throw new AppError({ code: "NOT_FOUND", reason: "invitation_not_open" });
  return invitation;
}

/** What the invitation says to the person who opens its link; null when it is not open. */
export async function findOpenInvitation({ token }: { token: string }): Promise<OpenInvitation | null> {
  const invitation = await findByToken(digest(token));
  if (!invitation?.isOpen) return null;
  const { companyName, email, roleKey, roleName, isBuiltIn, inviterName, expiresAt, userId } = invitation;
  const role = { key: roleKey, name: roleName, isBuiltIn };
  return { companyName, email, role, inviterName, expiresAt, hasAccount: userId !== null };
}
