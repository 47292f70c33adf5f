import { isLandline } from "@/server/customers/rules";
import type { MessageLanguage, NotificationChannel, NotificationEvent } from "../schema";
import type { MessageFacts } from "./message-facts";

/** Read by everybody who works with the company's portal. */
export const TEAM = "team";
const TO_TEAM: readonly NotificationEvent[] = ["callback_created", "call_summary", "absence_requested"];
const TO_STAFF: readonly NotificationEvent[] = ["absence_approved", "absence_refused"];
/** Asked for by the recipient a moment ago, so no opt-out speaks against it. */
const ASKED_FOR: readonly NotificationEvent[] = ["verification_code"];

interface Wanted {
  event: NotificationEvent;
  channel: NotificationChannel;
  facts: Pick<MessageFacts, "customer" | "branch" | "company" | "absence">;
  /** An address that the caller of the door knows better. */
  override?: string | null | undefined;
  /** Whose own feed it is for, instead of everybody's. */
  readerUserId?: string | null | undefined;
}

/** The address on a channel, or null when there is none. A landline is a last resort: only for whoever has no e-mail. */
export function recipientOn({ event, channel, facts, override, readerUserId }: Wanted): string | null {
  if (override && (channel === "email") === override.includes("@")) return override;
  if (channel === "in_app" && readerUserId) return `user:${readerUserId}`;
  if (TO_STAFF.includes(event)) return channel === "email" ? (facts.absence?.staffEmail ?? null) : null;
  if (channel === "in_app") return TEAM;
  if (TO_TEAM.includes(event)) return channel === "email" ? (facts.branch?.email ?? facts.company.email) : null;
  const { customer } = facts;
  if (channel === "email") return customer?.email ?? null;
  if (channel !== "sms" || !customer) return null;
  const mobile = customer.phones.find((phone) => !isLandline(phone));
  return mobile ?? (customer.email ? null : (customer.phones[0] ?? null));
}

/** Why nothing may be sent to a customer on a channel, or null. */
export function checkMaySend({ event, channel, facts }: Wanted): "customer_gone" | "opted_out" | null {
  const { customer } = facts;
  if (!customer || TO_TEAM.includes(event) || TO_STAFF.includes(event)) return null;
  if (customer.isGone) return "customer_gone";
  if (channel === "sms" && !customer.isSmsAllowed && !ASKED_FOR.includes(event)) return "opted_out";
  return null;
}

/** The customer's language, the team's own, else German. */
export function languageOf(event: NotificationEvent, { customer, company }: MessageFacts): MessageLanguage {
  const wanted = [...TO_TEAM, ...TO_STAFF].includes(event) ? company.locale : (customer?.language ?? company.locale);
  return wanted.startsWith("en") ? "en" : "de";
}
