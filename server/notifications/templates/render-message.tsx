import type { LetterContent } from "@/server/core/mail/letter";
import { onOneLine, renderLetter } from "@/server/core/mail/render-letter";
import { fillTemplate, type TemplateValues } from "../rules/placeholders";
import { toPlainCharacters } from "../rules/segments";
import type { MessageLanguage, NotificationChannel, NotificationEvent } from "../schema";
import { texts as german } from "./de/texts";
import { texts as english } from "./en/texts";
import type { MessageText, MessageTexts } from "./text";

export const TEXTS: Record<MessageLanguage, MessageTexts> = { de: german, en: english };

export interface MessageRequest {
  event: NotificationEvent;
  channel: NotificationChannel;
  language: MessageLanguage;
  values: TemplateValues;
  /** The company's own text. */
  override?: { subject: string | null; body: string } | null;
}

export interface RenderedMessage {
  subject: string | null;
  body: string;
  html: string | null;
}

/** A message as it goes out: the company's own text, else the built-in one, with its values put in. */
export async function renderMessage({
  event,
  channel,
  language,
  values,
  override,
}: MessageRequest): Promise<RenderedMessage> {
  const text = TEXTS[language][event];
  if (channel === "email") return renderEmail({ text, language, values, override });
  if (channel === "in_app") return renderNote({ text, values, override });
  const body = fillTemplate(override?.body ?? text.sms, values);
  return { subject: null, body: toPlainCharacters(body), html: null };
}

function renderNote({ text, values, override }: Omit<TextRequest, "language">): RenderedMessage {
  const subject = fillTemplate(override?.subject ?? text.heading, values);
  const body = override ? fillTemplate(override.body, values) : inApp(text, values);
  return { subject: onOneLine(subject), body, html: null };
}

function inApp({ intro, facts }: MessageText, values: TemplateValues): string {
  const lines = facts.slice(0, 3).map(({ value }) => fillTemplate(value, values));
  return [fillTemplate(intro, values), lines.filter(Boolean).join(" · ")].filter(Boolean).join("\n");
}

type TextRequest = Pick<MessageRequest, "language" | "values" | "override"> & { text: MessageText };

async function renderEmail({ text, language, values, override }: TextRequest): Promise<RenderedMessage> {
  const fill = (template: string) => fillTemplate(template, values);
  const subject = onOneLine(fill(override?.subject ?? text.subject));
  const paragraphs = fill(override?.body ?? text.intro).split(/\n{2,}/);
  const facts = text.facts
    .map(({ label, value }) => ({ label, value: fill(value) }))
    .filter(({ value }) => value !== "");
  const link = text.button ? fill(text.button.link) : "";
  const content: LetterContent = {
    language,
    sender: values.company_name ?? "",
    preview: [...facts.slice(0, 2).map(({ value }) => value), ...paragraphs].join(" · "),
    heading: fill(text.heading),
    paragraphs: paragraphs.filter(Boolean),
    facts,
    button: text.button && link ? { label: text.button.label, link } : null,
    closing: fill(text.closing).split("\n").filter(Boolean),
    footer: [values.company_name ?? "", values.branch_address ?? "", values.branch_phone ?? ""],
  };
  const { text: body, html } = await renderLetter(content);
  return { subject, body, html };
}
