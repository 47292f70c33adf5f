import { z } from "zod";
import { appointmentSource, appointmentView } from "@/server/appointments/schema";
import { callOutcome } from "@/server/calls/schema";
import { localDate } from "@/server/core/time";

export const dashboardPeriod = z.enum(["today", "7d", "30d"]);
export type DashboardPeriod = z.infer<typeof dashboardPeriod>;

const branchFilter = { branchId: z.uuid().optional() };
export const getDashboardInput = z.object({ period: dashboardPeriod.default("7d"), ...branchFilter });
export type GetDashboardInput = z.infer<typeof getDashboardInput>;
export const branchInput = z.object(branchFilter);
export type BranchInput = z.infer<typeof branchInput>;
export const listActivityInput = z.object({ ...branchFilter, limit: z.int().min(1).max(50).default(20) });
export type ListActivityInput = z.infer<typeof listActivityInput>;

/** A figure of the period, and of the same stretch of time before it. */
const figure = z.object({ value: z.number(), previous: z.number() });
const share = z.object({ value: z.number().nullable(), previous: z.number().nullable() });
export type Figure = z.infer<typeof figure>;

/** A day (`2026-11-21`), or an hour of today (`2026-11-21T09`), by the company's clock. */
const bucketKey = z.string();

export const dashboard = z.object({
  bucket: z.enum(["hour", "day"]),
  calls: figure,
  appointments: figure,
  /** Of the callers who talked to us, the share who had an appointment made within a day. */
  conversion: share,
  /** The same, where the agent itself booked. */
  phoneConversion: share,
  series: z.array(
    z.object({ key: bucketKey, calls: z.int(), appointments: z.int(), conversion: z.number().nullable() }),
  ),
  channels: z.array(z.object({ source: appointmentSource, count: z.int() })),
});
export type Dashboard = z.infer<typeof dashboard>;
export type SeriesPoint = Dashboard["series"][number];

export const revenue = z.object({
  bucket: z.enum(["hour", "day"]),
  bookedCents: figure,
  currency: z.string(),
  series: z.array(z.object({ key: bucketKey, bookedCents: z.number() })),
});
export type Revenue = z.infer<typeof revenue>;

export const today = z.object({
  date: localDate,
  /** Still to come or under way, the next one first. */
  upcoming: z.array(appointmentView),
  total: z.int(),
  done: z.int(),
  cancelled: z.int(),
  noShow: z.int(),
});
export type Today = z.infer<typeof today>;

export const activityKind = z.enum([
  "booked",
  "requested",
  "confirmed",
  "rescheduled",
  "cancelled",
  "started",
  "completed",
  "no_show",
  "reassigned",
  "call_ended",
]);
export type ActivityKind = z.infer<typeof activityKind>;

/** Something that happened, in data: the screen makes a sentence of it. */
export const activity = z.object({
  id: z.string(),
  kind: activityKind,
  at: z.date(),
  /** Who did it; for a booking also through which channel. */
  actor: z.object({ kind: z.string(), name: z.string().nullable() }),
  source: appointmentSource.nullable(),
  appointment: z
    .object({ id: z.uuid(), startsAt: z.date(), serviceName: z.string(), staffName: z.string(), timezone: z.string() })
    .nullable(),
  call: z.object({ id: z.uuid(), outcome: callOutcome.nullable(), durationSec: z.int().nullable() }).nullable(),
  customer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type Activity = z.infer<typeof activity>;

/** The shape that the API promised literally (`/dashboard`). */
export const summary = z.object({
  stats: z.object({
    totalCalls: z.int(),
    totalAppointments: z.int(),
    /** A share from 0 to 1; null while nobody has called. */
    conversionRate: z.number().nullable(),
    /** Cents of the company's currency; null for whoever may not see figures of money. */
    revenue: z.number().nullable(),
  }),
  /** Those of the company, once it has set itself any. */
  goals: z.array(z.object({ id: z.uuid(), name: z.string(), progress: z.number() })),
  recentActivity: z.array(activity),
});
export type Summary = z.infer<typeof summary>;

export const customerFigures = z.object({
  total: z.int(),
  /** First seen within the last 30 days. */
  recent: z.int(),
  /** With three visits or more. */
  regular: z.int(),
});
export type CustomerFigures = z.infer<typeof customerFigures>;

export const systemHealth = z.object({
  integrations: z.array(
    z.object({
      provider: z.string(),
      status: z.enum(["connected", "degraded", "error", "disabled"]),
      lastSuccessAt: z.date().nullable(),
      lastError: z.string().nullable(),
    }),
  ),
  /** Messages that could not be sent in the last seven days, and those on their way. */
  failedMessages: z.int(),
  waitingMessages: z.int(),
  /** Facts that were committed more than a minute ago and are still to be passed on. */
  stuckEvents: z.int(),
  /** Work that was given up in the last seven days, where no line of its own tells of it. */
  failedJobs: z.int(),
  /** Appointments whose copy in the calendar is missing or out of date. */
  unsyncedAppointments: z.int(),
  /** How much of what was compared with Cal.com in the last seven days differed (0 to 1), and what waits for a decision. */
  calcomDrift: z.object({ rate: z.number().nullable(), open: z.int() }).nullable(),
});
export type SystemHealth = z.infer<typeof systemHealth>;
