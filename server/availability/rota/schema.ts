import { z } from "zod";
import type { LocalDate } from "@/server/core/time";
import { exceptionKind } from "../schema";

/** Instants here are milliseconds since the epoch: a page of six weeks holds thousands of them. */
const stretch = { from: z.number(), until: z.number() };

export const rotaPerson = z.object({
  id: z.uuid(),
  name: z.string(),
  colour: z.string(),
  /** Where their photo is read. */
  avatarUrl: z.string().nullable(),
  /** Where they work, of what is shown. */
  branchIds: z.array(z.uuid()),
  /** At work while a branch that is asked about is open. */
  working: z.array(z.object(stretch)),
  /** What kind it is, only for whoever may see absences. */
  absences: z.array(z.object({ ...stretch, kind: exceptionKind.nullable() })),
  /** Taken by something that is not shown: another calendar, or an appointment elsewhere. */
  busy: z.array(z.object({ ...stretch, source: z.enum(["calcom", "ics", "elsewhere"]) })),
});
export type RotaPerson = z.infer<typeof rotaPerson>;

export const rotaSession = z.object({
  id: z.uuid(),
  staffId: z.uuid(),
  serviceName: z.string(),
  colour: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  capacity: z.int(),
  placesTaken: z.int(),
});

/** Who works when, what keeps them from it, and the classes that they give. */
export const rota = z.object({
  timezone: z.string(),
  people: z.array(rotaPerson),
  holidays: z.array(z.object({ date: z.string(), name: z.string() })),
  /** Of the business or a branch, beyond holidays. */
  closures: z.array(z.object(stretch)),
  sessions: z.array(rotaSession),
});
export type Rota = z.infer<typeof rota>;

export interface RotaRequest {
  date: LocalDate;
  days: number;
  branchId?: string | undefined;
  staffIds?: string[] | undefined;
}
