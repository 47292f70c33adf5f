import type { AccountMail, AccountMailKind } from "./schema";

/** Longer than one try may take; a try that has not reported back by then is over. */
export const LEASE_SECONDS = 20;

/** The page of each link; the purpose that keeps one link's token from opening another is the kind itself. */
const PAGES: Partial<Record<AccountMailKind, string>> = {
  magic_link: "/magic-link",
  password_reset: "/reset-password",
  verify_email: "/verify-email",
  invitation: "/invitation",
};

/** Pages that want somebody who is signed in, and no token. */
const PLAIN_PAGES: Partial<Record<AccountMailKind, string>> = { api_key_ending: "/settings/api-keys" };

/** Where a mail's button leads, or null; `sign` makes the token of the row that the mail names. */
export function linkOf(
  mail: AccountMail,
  { appUrl, sign }: { appUrl: string; sign: (purpose: string, tokenId: string) => string },
): string | null {
  const base = appUrl.replace(/\/$/, "");
  const plain = PLAIN_PAGES[mail.kind];
  if (plain) return `${base}${plain}`;
  const page = PAGES[mail.kind];
  if (!page || !("tokenId" in mail)) return null;
  return `${base}${page}/${sign(mail.kind, mail.tokenId)}`;
}

/** A link that has ended by the time its mail would go out would only confuse. */
export function isTooLate(mail: AccountMail, now: Date): boolean {
  return "expiresAt" in mail && Date.parse(mail.expiresAt) <= now.getTime();
}
