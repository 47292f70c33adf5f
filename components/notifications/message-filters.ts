import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { MINUTE } from "@/server/core/time";
import { callRange } from "../calls/call-filters";

export const PERIODS = ["today", "7d", "30d", "90d"] as const;
export const CHANNELS = ["sms", "email", "in_app"] as const;
export const EVENTS = [
  "appointment_confirmed",
  "appointment_pending",
  "appointment_rescheduled",
  "appointment_cancelled",
  "reminder_24h",
  "reminder",
  "callback_created",
  "call_summary",
  "absence_requested",
  "absence_approved",
  "absence_refused",
] as const;

/** What a reader tells apart; three of the states mean that it has yet to go out. */
const STATES = {
  waiting: ["pending", "scheduled", "sending"],
  overdue: ["pending", "scheduled", "sending"],
  sent: ["sent", "delivered"],
  failed: ["failed"],
  suppressed: ["suppressed"],
  cancelled: ["cancelled"],
} as const;
export const STATUSES = ["waiting", "overdue", "failed", "sent", "suppressed", "cancelled"] as const;

/** The list's state in the URL. */
export const messageParsers = {
  search: parseAsString.withDefault(""),
  period: parseAsStringLiteral(PERIODS),
  status: parseAsStringLiteral(STATUSES),
  channel: parseAsStringLiteral(CHANNELS),
  event: parseAsStringLiteral(EVENTS),
  open: parseAsString,
};

export interface MessageFilters {
  search: string;
  period: (typeof PERIODS)[number] | null;
  status: (typeof STATUSES)[number] | null;
  channel: (typeof CHANNELS)[number] | null;
  event: (typeof EVENTS)[number] | null;
}

export interface Place {
  branchId: string | null;
  zone: string;
  now: number;
}

/** What the filters ask for; what is not set stays out, so that equal questions are equal. */
export function toMessageQuery(filters: MessageFilters, { branchId, zone, now }: Place) {
  const { search, period, status, channel, event } = filters;
  return {
    ...callRange({ period, day: null }, { zone, now }),
    ...(search ? { search } : {}),
    ...(status ? { status: [...STATES[status]] } : {}),
    ...(status === "overdue" ? { dueBefore: aMinuteAgo(now) } : {}),
    ...(channel ? { channel: [channel] } : {}),
    ...(event ? { event: [event] } : {}),
    ...(branchId ? { branchId } : {}),
  };
}

/** By whole minutes, so that it is the same question for a while. */
const aMinuteAgo = (now: number) => new Date(Math.floor(now / MINUTE) * MINUTE - MINUTE).toISOString();

/** The figures above the list: each counts what the list shows that one chooses by it. */
export function toCountInput({ branchId, ...clock }: Place) {
  return { ...callRange({ period: "7d", day: null }, clock), ...(branchId ? { branchId } : {}) };
}

/** A page of it. */
export function toListInput(filters: MessageFilters, { cursor, ...place }: Place & { cursor: string | null }) {
  return { ...toMessageQuery(filters, place), ...(cursor ? { cursor } : {}) };
}

/** Where the same messages are to be had as a table. */
export function exportPath(filters: MessageFilters, place: Place): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(toMessageQuery(filters, place))) {
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, each);
  }
  return `/api/exports/notifications?${search}`;
}
