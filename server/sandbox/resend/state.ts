export type EmailStatus = "queued" | "sent" | "delivered";

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

  resetTraffic(): void {
    this.emails.clear();
    this.remembered.clear();
  }

  resetAll(): void {
    this.resetTraffic();
  }
}
