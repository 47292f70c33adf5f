import type { NotificationEvent } from "../schema";

const APPOINTMENT = [
  "customer_name",
  "appointment_date",
  "appointment_time",
  "service_name",
  "staff_name",
  "branch_name",
  "branch_address",
  "branch_phone",
  "branch_phone_link",
  "company_name",
  "calendar_link",
  "cancel_deadline",
] as const;
const CALLER = ["customer_name", "customer_phone", "customer_phone_link", "branch_name", "company_name"] as const;

const ABSENCE = ["staff_name", "absence_kind", "absence_period", "company_name", "portal_link"] as const;

/** What a text about each event may name. */
export const PLACEHOLDERS: Record<NotificationEvent, readonly string[]> = {
  appointment_confirmed: APPOINTMENT,
  appointment_pending: APPOINTMENT,
  appointment_rescheduled: APPOINTMENT,
  appointment_cancelled: APPOINTMENT,
  reminder_24h: APPOINTMENT,
  reminder: APPOINTMENT,
  verification_code: ["customer_name", "company_name", "verification_code", "valid_minutes"],
  callback_created: [...CALLER, "callback_reason", "preferred_times", "due_date", "due_time", "portal_link"],
  call_summary: [...CALLER, "call_summary", "call_outcome", "call_date", "call_time", "call_duration", "portal_link"],
  absence_requested: [...ABSENCE, "absence_reason"],
  absence_approved: [...ABSENCE, "decision_note"],
  absence_refused: [...ABSENCE, "decision_note"],
};

export type TemplateValues = Record<string, string>;

const PLACEHOLDER = /\{\{\s*(\w*)\s*\}\}/g;

/** The names in a text that its event does not know; a template with any is refused. */
export function findUnknownPlaceholders(event: NotificationEvent, text: string): string[] {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name = ""]) => name);
  return [...new Set(names.filter((name) => !PLACEHOLDERS[event].includes(name)))];
}

/**
 * Puts the values in. A line that would say nothing, because all that it names is empty, is left out; so are separators
 * that an empty value leaves at a line's end.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template
    .split("\n")
    .flatMap((line) => fillLine(line, values) ?? [])
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function fillLine(line: string, values: TemplateValues): string | null {
  const found = [...line.matchAll(PLACEHOLDER)].map(([, name = ""]) => values[name] ?? "");
  if (found.length === 0) return line;
  if (found.every((value) => value === "")) return null;
  const filled = line.replaceAll(PLACEHOLDER, (_, name: string) => values[name] ?? "");
  return found.includes("") ? filled.replaceAll(/[\s,·:]+$/g, "").replaceAll(/ {2,}/g, " ") : filled;
}
