import { createHmac } from "node:crypto";

/** Cal.com: bare lowercase hex over the raw body, no prefix and no time; without a secret a fixed word instead. */
export function calcomSignature(secret: string | null, raw: string): string {
  return secret ? createHmac("sha256", secret).update(raw).digest("hex") : "no-secret-provided";
}

/** Twilio: base64 SHA-1 over the exact public address followed by the sorted form fields. */
export function twilioSignature(authToken: string, url: string, form: Record<string, string>): string {
  const fields = Object.keys(form).sort();
  const signed = fields.reduce((text, name) => text + name + form[name], url);
  return createHmac("sha1", authToken).update(signed).digest("base64");
}

/** Svix, which delivers for Resend: an id for the event that every repetition bears, seconds, and a base64 key behind `whsec_`. */
export function svixHeaders(secret: string, raw: string, { id, at }: { id: string; at: Date }): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const digest = createHmac("sha256", key).update(`${id}.${timestamp}.${raw}`).digest("base64");
  return { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${digest}` };
}
