import { z } from "zod";
import { rota } from "@/server/availability/rota/schema";
import { unbookableReason } from "@/server/availability/schema";
import { instant, localDate } from "@/server/core/time";
import { appointmentSource, appointmentStatus, calcomSyncStatus } from "../schema";

/** Six weeks: as much as a month's page shows. */
export const MOST_DAYS = 42;

export const getCalendarInput = z.object({
  date: localDate,
  dayCount: z.int().min(1).max(MOST_DAYS).default(7),
  branchId: z.uuid().optional(),
  /** Only their columns and what they do. */
  staffIds: z.array(z.uuid()).min(1).max(50).optional(),
});
export type GetCalendarInput = z.infer<typeof getCalendarInput>;

/** Instants are milliseconds since the epoch: six weeks hold thousands of them. */
export const calendarEntry = z.object({
  id: z.uuid(),
  branchId: z.uuid(),
  staffId: z.uuid(),
  startsAt: z.number(),
  endsAt: z.number(),
  status: appointmentStatus,
  source: appointmentSource,
  calcomSyncStatus,
  customerName: z.string(),
  serviceId: z.uuid(),
  serviceName: z.string(),
  colour: z.string(),
  hasNotes: z.boolean(),
  /** The rooms and devices that it takes, by name. */
  resources: z.array(z.string()),
  version: z.int(),
  /** Empty for one that has a single part. */
  parts: z.array(
    z.object({
      staffId: z.uuid().nullable(),
      name: z.string(),
      startsAt: z.number(),
      endsAt: z.number(),
      /** False while the customer waits, and the person is free for somebody else. */
      occupiesStaff: z.boolean(),
    }),
  ),
});
export type CalendarEntry = z.infer<typeof calendarEntry>;

export const calendar = rota.extend({ entries: z.array(calendarEntry) });
export type Calendar = z.infer<typeof calendar>;

export const checkMoveInput = z.object({
  appointmentId: z.uuid(),
  newStartsAt: instant,
  staffId: z.uuid().nullish(),
  durationMinutes: z.int().min(5).max(1440).nullish(),
});
export type CheckMoveInput = z.infer<typeof checkMoveInput>;

/** Whether it could go there now, and why not. */
export const checkedMove = z.object({ isFree: z.boolean(), reason: unbookableReason.nullable() });
export type CheckedMove = z.infer<typeof checkedMove>;
