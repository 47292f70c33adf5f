/** What a provider tells of a message of ours, or the one who got it answers; only what changes something. */
export type MessageNews =
  | { kind: "report"; providerMessageId: string; status: "delivered" | "failed"; reason: string | null }
  /** Said by the number itself: it wants text messages, or wants none. */
  | { kind: "answer"; e164: string; isAllowed: boolean };

export interface ResendEvent {
  type: string;
  emailId: string | null;
  reason: string | null;
}

export type TwilioForm = Record<string, string>;

const FAILED_MAIL = new Set(["email.bounced", "email.failed", "email.suppressed"]);

export function readResendNews({ type, emailId, reason }: ResendEvent): MessageNews | null {
  if (!emailId) return null;
  const report = { kind: "report", providerMessageId: emailId } as const;
  if (type === "email.delivered") return { ...report, status: "delivered", reason: null };
  return FAILED_MAIL.has(type) ? { ...report, status: "failed", reason: reason ?? type } : null;
}

export function readTwilioNews(form: TwilioForm): MessageNews | null {
  const meaning = meaningOf(form);
  if (meaning) return form.From ? { kind: "answer", e164: form.From, isAllowed: meaning === "START" } : null;
  const { MessageSid: providerMessageId, ErrorCode: errorCode = "" } = form;
  if (!providerMessageId) return null;
  const status = form.MessageStatus ?? form.SmsStatus;
  const report = { kind: "report", providerMessageId } as const;
  if (status === "delivered" || status === "read") return { ...report, status: "delivered", reason: null };
  if (status !== "failed" && status !== "undelivered") return null;
  return { ...report, status: "failed", reason: `${status} ${errorCode}`.trim() };
}

const STOP = new Set([
  "STOP",
  "STOPP",
  "STOPALL",
  "UNSUBSCRIBE",
  "ABMELDEN",
  "END",
  "QUIT",
  "CANCEL",
  "REVOKE",
  "OPTOUT",
]);
const START = new Set(["START", "UNSTOP", "ANMELDEN"]);

function meaningOf({ OptOutType: type, Body: body }: TwilioForm): "STOP" | "START" | null {
  if (type === "STOP" || type === "START") return type;
  const word = (body ?? "").trim().toUpperCase();
  return STOP.has(word) ? "STOP" : START.has(word) ? "START" : null;
}

/** What is kept of it: what a customer wrote is not, only whether it was a word that we act on. */
export function withoutWords({ Body: body, ...form }: TwilioForm): TwilioForm {
  const meaning = meaningOf({ ...form, ...(body === undefined ? {} : { Body: body }) });
  return meaning ? { ...form, OptOutType: meaning } : form;
}
