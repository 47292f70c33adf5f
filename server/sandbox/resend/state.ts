export type EmailStatus =
  | "queued"
  | "scheduled"
  | "canceled"
  | "sent"
  | "delivered"
  | "bounced"
  | "complained"
  | "delivery_delayed"
  | "suppressed"
  | "failed";

export interface SentEmail {
  id: string;
  at: Date;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string | null;
  text: string | null;
  attachments: { filename: string; contentType: string | null; content: string | null }[];
  tags: { name: string; value: string }[];
  headers: Record<string, string>;
  scheduledAt: string | null;
  status: EmailStatus;
}

interface Remembered {
  at: number;
  payload: string;
  answer: unknown;
}

export class ResendState {
  emails = new Map<string, SentEmail>();
  /** What each idempotency key was first used for, and what was answered. */
  remembered = new Map<string, Remembered>();
  /** When the e-mails of the last second came in. */
  recent: number[] = [];

  resetTraffic(): void {
    this.emails.clear();
    this.remembered.clear();
    this.recent = [];
  }

  resetAll(): void {
    this.resetTraffic();
  }
}
