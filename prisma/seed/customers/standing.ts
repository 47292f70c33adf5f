import { DAY } from "@/server/core/time";
import type { StageKey } from "@/server/tenancy/rules/first-stages";
import type { PlannedAppointment } from "../appointments/planned";
import type { SeedClock } from "../clock";
import type { Seeding } from "../seeding";

/** What a customer's history comes to. */
export interface Standing {
  knownSince: Date;
  lastContactAt: Date;
  completed: number;
  revenueCents: number;
  stage: StageKey;
  stageSince: Date;
  engagementScore: number;
}

interface History {
  appointments: PlannedAppointment[];
  callTimes: number[];
}

/** Everybody's standing, by the same rules by which the product judges later. */
export function judgeStandings({ customers, planned, calls, clock, random }: Seeding): Map<number, Standing> {
  const histories = new Map<number, History>(
    customers.map(({ index }) => [index, { appointments: [], callTimes: [] }]),
  );
  for (const appointment of planned) histories.get(appointment.customer.index)?.appointments.push(appointment);
  for (const { customer, startedAt, fromNumber } of calls)
    if (customer && fromNumber) histories.get(customer.index)?.callTimes.push(startedAt.getTime());
  const vipFrom = topRevenue([...histories.values()].map(revenueOf));
  return new Map(
    [...histories].map(([index, history]) => {
      const never = clock.now.getTime() - random.between(3, 300) * DAY;
      return [index, judge(history, { clock, vipFrom, never })];
    }),
  );
}

/** The revenue from which one belongs to the best five percent. */
function topRevenue(revenues: number[]): number {
  const sorted = [...revenues].sort((a, b) => b - a);
  return Math.max(1, sorted[Math.floor(sorted.length * 0.05)] ?? 1);
}

const isCompleted = ({ status }: PlannedAppointment) => status === "completed";
const revenueOf = ({ appointments }: History) =>
  appointments.filter(isCompleted).reduce((sum, { priceCents }) => sum + priceCents, 0);

interface Measure {
  clock: SeedClock;
  vipFrom: number;
  /** Since when somebody without any history is known. */
  never: number;
}

function judge(history: History, { clock, vipFrom, never }: Measure): Standing {
  const now = clock.now.getTime();
  const { appointments, callTimes } = history;
  const starts = appointments.map(({ startsAt }) => startsAt.getTime());
  const contacts = [...appointments.map(({ bookedAt }) => bookedAt.getTime()), ...callTimes];
  const past = [...contacts, ...starts].filter((at) => at <= now);
  const coming = starts.filter((at) => at > now);
  const last = past.length > 0 ? Math.max(...past) : never;
  const completed = appointments.filter(isCompleted).length;
  const revenueCents = revenueOf(history);
  const quietDays = coming.length > 0 ? 0 : (now - last) / DAY;
  const stage = stageOf({ appointments: appointments.length, completed, quietDays, isVip: revenueCents >= vipFrom });
  return {
    knownSince: new Date((contacts.length > 0 ? Math.min(...contacts) : never) - 1000),
    lastContactAt: new Date(last),
    ...{ completed, revenueCents, stage },
    stageSince: new Date(quietDays >= 90 ? last + (quietDays >= 180 ? 180 : 90) * DAY : last),
    engagementScore: score(history, { completed, quietDays, isVip: stage === "vip" }),
  };
}

interface Facts {
  appointments: number;
  completed: number;
  quietDays: number;
  isVip: boolean;
}

function stageOf({ appointments, completed, quietDays, isVip }: Facts): StageKey {
  if (appointments === 0) return "lead";
  if (quietDays >= 180) return "churned";
  if (quietDays >= 90) return "at_risk";
  if (isVip) return "vip";
  if (completed >= 3) return "regular";
  return completed >= 1 ? "customer" : "prospect";
}

function score(
  { appointments, callTimes }: History,
  { completed, quietDays, isVip }: Omit<Facts, "appointments">,
): number {
  const count = (status: PlannedAppointment["status"]) => appointments.filter((one) => one.status === status).length;
  const recency = Math.round(20 * Math.min(1, Math.max(0, (90 - quietDays) / 60)));
  const earned = appointments.length * 10 + completed * 5 + callTimes.length * 3 + recency + (isVip ? 50 : 0);
  return Math.min(1000, Math.max(0, earned - count("no_show") * 5 - count("cancelled") * 2));
}
