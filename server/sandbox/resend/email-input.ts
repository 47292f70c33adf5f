import { z } from "zod";

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const NAMED = /^[^<>]*<([^<>]+)>$/;

/** `a@b.de` or `Name <a@b.de>`. */
export function isMailbox(text: string): boolean {
  return ADDRESS.test(NAMED.exec(text.trim())?.[1]?.trim() ?? text.trim());
}

const list = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));

/** Tag names and values: ASCII letters, digits, underscore and hyphen. */
const tagText = z.string().regex(/^[A-Za-z0-9_-]{1,256}$/);

export const emailInput = z.object({
  from: z.string(),
  to: list.pipe(z.array(z.string()).min(1).max(50)),
  subject: z.string(),
  cc: list.nullish(),
  bcc: list.nullish(),
  reply_to: list.nullish(),
  html: z.string().nullish(),
  text: z.string().nullish(),
  headers: z.record(z.string(), z.string()).nullish(),
  scheduled_at: z.string().nullish(),
  tags: z.array(z.object({ name: tagText, value: tagText })).nullish(),
  attachments: z
    .array(
      z.object({
        filename: z.string().nullish(),
        content: z.string().nullish(),
        path: z.string().nullish(),
        content_type: z.string().nullish(),
        content_id: z.string().nullish(),
      }),
    )
    .nullish(),
});
export type EmailInput = z.output<typeof emailInput>;

/** What is wrong with an e-mail, in the vendor's words, or null. */
export function checkEmail(body: unknown): { status: number; name: string; message: string } | null {
  const fields = (body ?? {}) as Record<string, unknown>;
  for (const field of ["to", "from", "subject"]) {
    if (fields[field] === undefined || fields[field] === null) {
      return { status: 422, name: "missing_required_field", message: `Missing \`${field}\` field.` };
    }
  }
  const parsed = emailInput.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      status: 422,
      name: "validation_error",
      message: `Invalid \`${issue?.path.join(".")}\` field. ${issue?.message}`,
    };
  }
  return checkAddresses(parsed.data);
}

function checkAddresses(email: EmailInput): { status: number; name: string; message: string } | null {
  const format = "The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.";
  if (!isMailbox(email.from))
    return { status: 422, name: "invalid_from_address", message: `Invalid \`from\` field. ${format}` };
  for (const field of ["to", "cc", "bcc", "reply_to"] as const) {
    if (email[field]?.some((address) => !isMailbox(address))) {
      return { status: 422, name: "validation_error", message: `Invalid \`${field}\` field. ${format}` };
    }
  }
  if (!email.html && !email.text) {
    return { status: 422, name: "validation_error", message: "Missing `html` or `text` field." };
  }
  return null;
}
