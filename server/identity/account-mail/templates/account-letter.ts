import type { FactLine } from "@/server/core/mail/letter";
import type { AccountMailKind, AccountMailOf } from "../schema";

/** What one mail says. It begins with the fact, then comes the one action, then what to do when it was somebody else. */
export interface AccountLetter {
  subject: string;
  heading: string;
  paragraphs: string[];
  facts: FactLine[];
  /** The label of the button, where the mail has a link. */
  button: string | null;
  closing: string[];
}

/** Puts an instant into words, in the reader's language and zone. */
export type WriteTime = (iso: string) => string;

export type AccountLetters = {
  [K in AccountMailKind]: (mail: AccountMailOf<K>, write: WriteTime) => AccountLetter;
};

export interface AccountWords {
  greeting: (name: string | null) => string;
  letters: AccountLetters;
  footer: string;
}
