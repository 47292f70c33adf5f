import type { TransactionContext } from "@/server/core/context";
import { digest, signId } from "@/server/core/crypto";
import { newId } from "@/server/core/ids";
import { limitOf } from "@/server/core/limits";
import { MINUTE } from "@/server/core/time";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { issueLink as insertLink } from "../repository";
import { LINKS, LINKS_PER_HOUR } from "../rules";
import type { LinkKind } from "../schema";

export interface LinkOrder {
  kind: LinkKind;
  /** Whose link it is, by their id or by their address. */
  owner: { userId: string } | { email: string };
  /** Where it goes instead of to the person's own address, and what a click proves. */
  newEmail?: string;
  now: Date;
}

/**
 * Makes a link and queues its mail, or does nothing when there is nobody to get it or they have had enough of them. The
 * token is made again from the row's id when the mail is written; only its digest is stored.
 */
export async function issueLink(order: LinkOrder, within: Pick<TransactionContext, "tx">): Promise<boolean> {
  const { kind, owner, newEmail, now } = order;
  const { purpose, minutes } = LINKS[kind];
  const [tokenId, expiresAt] = [newId(), new Date(now.getTime() + minutes * MINUTE)];
  const whose = { userId: "userId" in owner ? owner.userId : null, email: "email" in owner ? owner.email : null };
  const link = { id: tokenId, ...whose, purpose, tokenHash: digest(signId(kind, tokenId)), expiresAt };
  const perHour = limitOf(LINKS_PER_HOUR);
  const userId = await insertLink({ ...link, newEmail: newEmail ?? null, perHour }, within.tx);
  if (!userId) return false;
  const to = newEmail ? { to: newEmail } : {};
  return queueAccountMail({ kind, userId, ...to, tokenId, expiresAt: expiresAt.toISOString() }, within);
}
