import type { NotificationEvent } from "../schema";

/** One row of the facts in an e-mail. */
export interface FactLine {
  label: string;
  /** With placeholders; a row whose values are all empty is left out. */
  value: string;
}

/** What one event says on each channel. A message begins with the fact, then comes the one action. */
export interface MessageText {
  sms: string;
  subject: string;
  heading: string;
  intro: string;
  facts: FactLine[];
  button: { label: string; link: string } | null;
  closing: string;
}

export type MessageTexts = Record<NotificationEvent, MessageText>;
