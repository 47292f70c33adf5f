import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { callRange } from "../calls/call-filters";

export const PERIODS = ["today", "7d", "30d"] as const;
/** Those that deliver to a company today. */
export const SOURCES = ["retell", "calcom", "twilio", "resend"] as const;
export const STATUSES = ["received", "failed", "processed", "duplicate", "rejected"] as const;

/** The list's state in the URL. */
export const webhookParsers = {
  search: parseAsString.withDefault(""),
  period: parseAsStringLiteral(PERIODS),
  source: parseAsStringLiteral(SOURCES),
  status: parseAsStringLiteral(STATUSES),
  open: parseAsString,
};

export interface WebhookFilters {
  search: string;
  period: (typeof PERIODS)[number] | null;
  source: (typeof SOURCES)[number] | null;
  status: (typeof STATUSES)[number] | null;
}

interface Place {
  zone: string;
  now: number;
  cursor: string | null;
}

/** What the filters ask for; what is not set stays out, so that equal questions are equal. */
export function toWebhookInput({ search, period, source, status }: WebhookFilters, { cursor, ...place }: Place) {
  return {
    ...callRange({ period, day: null }, place),
    ...(search ? { search } : {}),
    ...(source ? { source: [source] } : {}),
    ...(status ? { status: [status] } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
