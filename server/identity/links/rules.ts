import type { LinkKind } from "./schema";

export type LinkPurpose = "magic_link" | "password_reset" | "email_verification";

/** As the database calls it, and how long it may wait in a mailbox: the more it opens, the shorter. */
export const LINKS: Record<LinkKind, { purpose: LinkPurpose; minutes: number }> = {
  magic_link: { purpose: "magic_link", minutes: 15 },
  password_reset: { purpose: "password_reset", minutes: 60 },
  verify_email: { purpose: "email_verification", minutes: 24 * 60 },
};

/** How many links of a kind one account gets within an hour. */
export const LINKS_PER_HOUR = 3;

/** Whether an address has an account must not be heard in the time of the answer: all the work fits in here. */
export const ANSWER_AFTER_MS = 300;
