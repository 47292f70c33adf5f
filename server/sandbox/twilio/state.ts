export type SmsStatus = "queued" | "sent" | "delivered" | "undelivered" | "failed" | "read" | "received";

export interface SmsMessage {
  sid: string;
  at: Date;
  updatedAt: Date;
  direction: "outbound-api" | "inbound";
  from: string;
  to: string;
  body: string;
  messagingServiceSid: string | null;
  statusCallback: string | null;
  status: SmsStatus;
  errorCode: number | null;
  /** What it will fail with, known before it does. */
  failsWith: number | null;
  /** An approved template, as WhatsApp wants it to strangers. */
  isTemplate: boolean;
}

export class TwilioState {
  messages = new Map<string, SmsMessage>();
  /** Numbers that answered STOP: the carrier's side refuses to send to them. */
  optedOut = new Set<string>();

  /** Whether that number wrote to us since: for WhatsApp, whoever wrote within a day may be written to freely. */
  hasWrittenWithin(number: string, since: number): boolean {
    return [...this.messages.values()].some(
      ({ direction, from, at }) => direction === "inbound" && from === number && at.getTime() >= since,
    );
  }

  resetTraffic(): void {
    this.messages.clear();
    this.optedOut.clear();
  }

  resetAll(): void {
    this.resetTraffic();
  }
}
