export type SmsStatus = "queued" | "sent" | "delivered" | "undelivered" | "failed" | "received";

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
}

export class TwilioState {
  messages = new Map<string, SmsMessage>();
  /** Numbers that answered STOP: the carrier's side refuses to send to them. */
  optedOut = new Set<string>();

  resetTraffic(): void {
    this.messages.clear();
    this.optedOut.clear();
  }

  resetAll(): void {
    this.resetTraffic();
  }
}
