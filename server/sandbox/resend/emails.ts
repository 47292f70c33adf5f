import { randomUUID } from "node:crypto";
import { svixHeaders } from "../http/signatures";
import type { Sandbox } from "../sandbox";
import { type EmailInput, emailInput } from "./email-input";
import type { EmailStatus, SentEmail } from "./state";

/** Takes an e-mail in and lets it take its way, each step told by webhook when there is a secret to sign with. */
export function acceptEmail(sandbox: Sandbox, body: unknown): SentEmail {
  const email = toSentEmail(emailInput.parse(body), sandbox.now());
  sandbox.resend.emails.set(email.id, email);
  sandbox.deliveries.background(async () => {
    for (const status of stepsOf(sandbox, email)) {
      email.status = status;
      await tellProduct(sandbox, email);
    }
  });
  return email;
}

/** The vendor's own test addresses: what stands before the @ says how the e-mail ends. */
const ENDS: Record<string, EmailStatus[]> = {
  bounced: ["sent", "bounced"],
  complained: ["sent", "delivered", "complained"],
  suppressed: ["suppressed"],
  delivery_delayed: ["sent", "delivery_delayed", "delivered"],
  undelivered: ["sent", "bounced"],
  failed: ["failed"],
};

function stepsOf({ outcomes }: Sandbox, email: SentEmail): EmailStatus[] {
  if (email.status === "scheduled") return ["scheduled"];
  const [address = ""] = email.to;
  const mailbox = /<([^<>]+)>$/.exec(address)?.[1] ?? address;
  const magic = mailbox.endsWith("@resend.dev") ? mailbox.split(/[@+]/)[0] : undefined;
  return ENDS[outcomes.get(mailbox)?.outcome ?? magic ?? "delivered"] ?? ["sent", "delivered"];
}

function toSentEmail(input: EmailInput, at: Date): SentEmail {
  return {
    id: randomUUID(),
    at,
    from: input.from,
    to: input.to,
    cc: input.cc ?? [],
    bcc: input.bcc ?? [],
    replyTo: input.reply_to ?? [],
    subject: input.subject,
    html: input.html ?? null,
    text: input.text ?? null,
    attachments: (input.attachments ?? []).map(({ filename, content_type, content }) => ({
      filename: filename ?? "attachment",
      contentType: content_type ?? null,
      content: content ?? null,
    })),
    tags: input.tags ?? [],
    headers: input.headers ?? {},
    scheduledAt: input.scheduled_at ?? null,
    status: input.scheduled_at ? "scheduled" : "queued",
  };
}

async function tellProduct({ config, deliveries, now }: Sandbox, email: SentEmail): Promise<void> {
  const secret = config.resendWebhookSecret;
  if (!secret) return;
  const type = `email.${email.status}`;
  const data = {
    email_id: email.id,
    message_id: messageId(email),
    created_at: email.at.toISOString(),
    from: email.from,
    to: email.to,
    subject: email.subject,
    tags: Object.fromEntries(email.tags.map(({ name, value }) => [name, value])),
    ...reasonOf(email),
  };
  const id = `msg_${randomUUID().replaceAll("-", "")}`;
  const raw = JSON.stringify({ type, created_at: now().toISOString(), data });
  await deliveries.send({
    provider: "resend",
    event: type,
    url: `${config.appUrl}/webhooks/resend`,
    raw,
    headers: () => ({ "content-type": "application/json", ...svixHeaders(secret, raw, { id, at: new Date() }) }),
    // The vendor goes on for hours (5 min, 30 min, 2 h …); nobody watches a sandbox that long.
    retryAfterMs: [5_000],
  });
}

/** Why it did not arrive, under the name that each kind has for it. */
function reasonOf({ status }: SentEmail) {
  if (status === "bounced") {
    const message = "The recipient's email address does not exist.";
    return { bounce: { type: "Permanent", subType: "General", message } };
  }
  if (status === "failed") return { failed: { reason: "reached_daily_quota" } };
  if (status === "suppressed") return { suppressed: { type: "OnAccountSuppressionList", message: "On the list." } };
  return {};
}

const messageId = ({ id }: SentEmail): string => `<${id}@sandbox.example>`;

export function emailView(email: SentEmail) {
  return {
    object: "email",
    id: email.id,
    message_id: messageId(email),
    to: email.to,
    from: email.from,
    created_at: email.at.toISOString(),
    subject: email.subject,
    html: email.html ?? undefined,
    text: email.text ?? undefined,
    cc: email.cc,
    bcc: email.bcc,
    reply_to: email.replyTo,
    last_event: email.status,
    scheduled_at: email.scheduledAt,
    tags: email.tags,
  };
}
