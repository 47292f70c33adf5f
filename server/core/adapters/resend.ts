import { type ErrorResponse, Resend } from "resend";
import { env } from "../env";

export interface Mail {
  /** Within 24 hours a repeat with the same key and content is answered, not sent again. */
  idempotencyKey: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
}

/** What the provider made of one try. */
export type MailResult =
  | { kind: "sent"; providerMessageId: string }
  /** It will never take this mail: a wrong address. Without a status it was not asked. */
  | { kind: "refused"; error: string; status?: number }
  /** It takes no mail from us until a key or a setting is another one; nothing is wrong with this mail. */
  | { kind: "unauthorised"; error: string; status: number }
  /** It did not answer, then without a status, or not sensibly: the mail may even have gone out. */
  | { kind: "fault"; error: string; status: number | null; retryAfterSeconds?: number };

/** The SDK itself waits for as long as the other side likes. */
const TIMEOUT_MS = 8000;

/** Worth another try; everything else is a refusal. Names: https://resend.com/docs/api-reference/errors */
const PASSING = new Set<string>([
  "rate_limit_exceeded",
  "application_error",
  "internal_server_error",
  "concurrent_idempotent_requests",
  "daily_quota_exceeded",
  "monthly_quota_exceeded",
]);

/** Our key, our sender's address or our account; a domain that is not verified is a `validation_error` with 403. */
const SETUP = new Set<string>([
  "missing_api_key",
  "invalid_api_key",
  "restricted_api_key",
  "invalid_access",
  "invalid_from_address",
]);
const SETUP_STATUS = new Set([401, 403, 404, 405]);

/** Sends an e-mail; never throws for what the provider answers. */
export async function sendMail({ idempotencyKey, to, subject, text, html }: Mail): Promise<MailResult> {
  const { RESEND_API_KEY, RESEND_BASE_URL, MAIL_FROM } = env();
  if (!RESEND_API_KEY) return { kind: "refused", error: "e-mail is not set up (RESEND_API_KEY)" };
  const client = new Resend(RESEND_API_KEY, { baseUrl: RESEND_BASE_URL });
  const letter = { from: MAIL_FROM, to, subject, text, ...(html ? { html } : {}) };
  const answer = await withinTime(client.emails.send(letter, { idempotencyKey }));
  if (!answer) return { kind: "fault", error: "no answer in time", status: null };
  const { data, error, headers } = answer;
  if (!error) return { kind: "sent", providerMessageId: data.id };
  return toTrouble(error, headers);
}

function toTrouble(error: ErrorResponse, headers: Record<string, string> | null): MailResult {
  const { name, message, statusCode: status } = error;
  const said = `${name}: ${message}`;
  if (isPassing(error)) {
    const seconds = Number(headers?.["retry-after"]);
    return { kind: "fault", error: said, status, ...(seconds > 0 ? { retryAfterSeconds: seconds } : {}) };
  }
  if (isOfSetup(error)) return { kind: "unauthorised", error: said, status: status ?? 401 };
  return { kind: "refused", error: said, ...(status === null ? {} : { status }) };
}

async function withinTime<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), TIMEOUT_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function isPassing({ name, statusCode }: ErrorResponse): boolean {
  return PASSING.has(name) || statusCode === null || statusCode === 429 || statusCode >= 500;
}

/** An invalid key was also seen as a `validation_error` with 400: then only the words tell. */
function isOfSetup({ name, statusCode, message }: ErrorResponse): boolean {
  return SETUP.has(name) || SETUP_STATUS.has(statusCode ?? 0) || /\bAPI key is invalid\b/i.test(message);
}
