import { appClient } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import type { LinkPurpose } from "./rules";

type Client = Pick<Prisma.TransactionClient, "$queryRaw">;

export interface NewLink {
  id: string;
  /** One of the two says whose it is. */
  userId: string | null;
  email: string | null;
  purpose: LinkPurpose;
  tokenHash: string;
  expiresAt: Date;
  newEmail: string | null;
  perHour: number;
}

/** Whose link it became; null when nobody has the address, or has had enough of them. */
export async function issueLink(link: NewLink, client: Client): Promise<string | null> {
  const { id, userId, email, purpose, tokenHash, expiresAt, newEmail, perHour } = link;
  const [row] = await client.$queryRaw<{ userId: string | null }[]>`
    SELECT link_issue(${id}::uuid, ${userId}::uuid, ${email}::citext, ${purpose}::verification_purpose, ${tokenHash},
      ${expiresAt}::timestamptz, ${newEmail}::citext, ${perHour}::int) AS "userId"`;
  return row?.userId ?? null;
}

interface Link {
  tokenHash: string;
  purpose: LinkPurpose;
}

export interface LinkOwner {
  userId: string;
  name: string;
  email: string;
  newEmail: string | null;
}

export async function findLink({ tokenHash, purpose }: Link): Promise<LinkOwner | null> {
  const rows = await appClient().$queryRaw<LinkOwner[]>`
    SELECT user_id AS "userId", name, email, new_email AS "newEmail" FROM link_find(${tokenHash}, ${purpose}::verification_purpose)`;
  return rows[0] ?? null;
}

export interface LinkUser extends LinkOwner {
  locale: string;
  hasTwoFactor: boolean;
}

/** Null for a link that is not there, has ended or was used: of two at once, one gets it. */
export async function takeLink({ tokenHash, purpose }: Link, client: Client): Promise<LinkUser | null> {
  const rows = await client.$queryRaw<LinkUser[]>`
    SELECT user_id AS "userId", name, email, locale, has_totp AS "hasTwoFactor", new_email AS "newEmail"
    FROM link_use(${tokenHash}, ${purpose}::verification_purpose)`;
  return rows[0] ?? null;
}

/** False when somebody else has the address by now. */
export async function setEmail(userId: string, email: string, client: Client): Promise<boolean> {
  const [row] = await client.$queryRaw<{ isSet: boolean }[]>`
    SELECT email_set(${userId}::uuid, ${email}::citext) AS "isSet"`;
  return row?.isSet ?? false;
}

export interface EmailFacts {
  email: string;
  verifiedAt: Date | null;
  newEmail: string | null;
}

export async function findEmail(userId: string): Promise<EmailFacts | null> {
  const rows = await appClient().$queryRaw<EmailFacts[]>`
    SELECT email, verified_at AS "verifiedAt", new_email AS "newEmail" FROM email_find(${userId}::uuid)`;
  return rows[0] ?? null;
}
