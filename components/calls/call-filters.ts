import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { addDays, fromWall, type LocalDate, toLocal } from "@/server/core/time-zone";

export const PERIODS = ["today", "7d", "30d", "90d"] as const;
export const OUTCOMES = [
  "booked",
  "rescheduled",
  "cancelled",
  "info",
  "callback",
  "transferred",
  "voicemail",
  "abandoned",
  "spam",
  "unknown",
] as const;
export const SENTIMENTS = ["positive", "neutral", "negative"] as const;
const YES_NO = ["yes", "no"] as const;

/** The list's state in the URL. */
export const callParsers = {
  search: parseAsString.withDefault(""),
  period: parseAsStringLiteral(PERIODS),
  day: parseAsString,
  outcome: parseAsStringLiteral(OUTCOMES),
  sentiment: parseAsStringLiteral(SENTIMENTS),
  appointment: parseAsStringLiteral(YES_NO),
  reviewed: parseAsStringLiteral(YES_NO),
  /** Longer than so many minutes. */
  longer: parseAsStringLiteral(["1", "3"] as const),
  agent: parseAsString,
  /** Our own number, by its id. */
  number: parseAsString,
  open: parseAsString,
};

export interface CallFilters {
  search: string;
  period: (typeof PERIODS)[number] | null;
  day: string | null;
  outcome: (typeof OUTCOMES)[number] | null;
  sentiment: (typeof SENTIMENTS)[number] | null;
  appointment: "yes" | "no" | null;
  reviewed: "yes" | "no" | null;
  longer: "1" | "3" | null;
  agent: string | null;
  number: string | null;
}

interface Place {
  branchId: string | null;
  zone: string;
  now: number;
}

const DAYS = { today: 1, "7d": 7, "30d": 30, "90d": 90 };
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whole days by the company's clock; one day that was chosen wins over a period. */
export function callRange(
  { period, day }: Pick<CallFilters, "period" | "day">,
  { zone, now }: Omit<Place, "branchId">,
) {
  const start = (date: LocalDate) => new Date(fromWall(zone, date, 0)).toISOString();
  if (day && DATE.test(day) && !Number.isNaN(Date.parse(day)))
    return { from: start(day), until: start(addDays(day, 1)) };
  return period ? { from: start(addDays(toLocal(zone, now).date, 1 - DAYS[period])) } : {};
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** An address bar may say anything. */
const isId = (value: string | null): value is string => value !== null && UUID.test(value);

/** What the list asks for: everything that is not set stays out, so that equal questions are equal. */
export function toListInput(filters: CallFilters, { branchId, cursor, ...clock }: Place & { cursor: string | null }) {
  const { search, outcome, sentiment, appointment, reviewed, longer, agent, number } = filters;
  return {
    ...callRange(filters, clock),
    ...(search ? { search } : {}),
    ...(outcome ? { outcome: [outcome] } : {}),
    ...(sentiment ? { sentiment: [sentiment] } : {}),
    ...(appointment ? { hasAppointment: appointment === "yes" } : {}),
    ...(reviewed ? { isReviewed: reviewed === "yes" } : {}),
    ...(longer ? { minDurationSec: Number(longer) * 60 } : {}),
    ...(isId(agent) ? { agentId: agent } : {}),
    ...(isId(number) ? { phoneNumberId: number } : {}),
    ...(branchId ? { branchId } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

/** The figures above follow the period and the branch only: they say what the filters below choose from. */
export function toStatsInput(filters: Pick<CallFilters, "period" | "day">, { branchId, ...clock }: Place) {
  return { ...callRange(filters, clock), ...(branchId ? { branchId } : {}) };
}
