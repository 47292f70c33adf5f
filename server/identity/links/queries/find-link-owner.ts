import { digest } from "@/server/core/crypto";
import { findLink } from "../repository";
import { LINKS } from "../rules";
import { type LinkKind, type LinkView, linkToken } from "../schema";

/** Whom a link is for, or null when it no longer opens anything. Looking does not use it. */
export async function findLinkOwner({ kind, token }: { kind: LinkKind; token: string }): Promise<LinkView | null> {
  if (!linkToken.safeParse(token).success) return null;
  const owner = await findLink({ tokenHash: digest(token), purpose: LINKS[kind].purpose });
  return owner && { name: owner.name, email: owner.email, newEmail: owner.newEmail };
}
