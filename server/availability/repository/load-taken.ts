import { z } from "zod";
import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { DAY, type EpochMs, MINUTE } from "@/server/core/time";
import type { Interval } from "../rules/interval";
import {
  bookedMinutes,
  bookedServices,
  lastAssigned,
  sessionsWithPlaces,
  type TakenRequest,
  takenResources,
} from "./taken-besides";

const loaded = z.object({
  stamp: z.string().nullable(),
  busy: z.array(z.number()),
  resources: z
    .array(z.object({ id: z.string(), from: z.number(), until: z.number(), quantity: z.number() }))
    .default([]),
  sessions: z
    .array(
      z.object({
        id: z.string(),
        serviceId: z.string(),
        staffId: z.string(),
        staffName: z.string(),
        startsAt: z.number(),
        endsAt: z.number(),
        capacity: z.number(),
        placesTaken: z.number(),
      }),
    )
    .default([]),
  services: z.array(z.object({ id: z.string(), day: z.string(), booked: z.number() })).default([]),
  minutes: z.array(z.object({ person: z.number(), day: z.string(), booked: z.number() })).default([]),
  assigned: z.array(z.object({ person: z.number(), at: z.number() })).default([]),
});
export interface Taken extends Omit<z.infer<typeof loaded>, "busy"> {
  /** For each of `staffIds`, in their order. */
  busy: Interval[][];
}

/**
 * A busy time is one number: the person's place in `staffIds`, and both ends in whole minutes since the beginning, outward.
 * A week of twenty people are five hundred of them, and PostgreSQL writes one in a third of the time of three.
 */
const BITS = 20;
const MINUTES = 2 ** BITS;

function unpack(packed: readonly number[], { people, since }: { people: number; since: EpochMs }): Interval[][] {
  const busy: Interval[][] = Array.from({ length: people }, () => []);
  for (const one of packed) {
    const [from, until] = [Math.floor(one / MINUTES) % MINUTES, one % MINUTES];
    busy[Math.floor(one / MINUTES / MINUTES)]?.push({ from: since + from * MINUTE, until: since + until * MINUTE });
  }
  return busy;
}

/**
 * When these people are taken, a day around the asked time included, and the stamp of their company's master data at this
 * moment; resources, classes and limits in the same statement, where the services have any. Expired holds, this call's own
 * and the appointment's that is about to move count as free.
 */
export async function loadTaken(ctx: CompanyContext, request: TakenRequest): Promise<Taken> {
  const { staffIds, callId = null, movingAppointmentId = null } = request;
  const start = Math.floor((request.from.getTime() - DAY) / MINUTE) * MINUTE;
  const [since, till] = [new Date(start), new Date(request.until.getTime() + DAY)];
  const end = (till.getTime() - start) / MINUTE;
  if (end >= MINUTES) throw new Error("nobody is asked when they are taken over years");
  const [row] = await ask<{ taken: unknown }>(
    ctx,
    Prisma.sql`
    WITH people AS (SELECT id, nr - 1 AS nr FROM unnest(${staffIds}::uuid[]) WITH ORDINALITY AS p (id, nr)),
    taken AS (
      SELECT p.nr, o.blocked_from, o.blocked_until
      FROM people p JOIN staff_occupancies o ON o.company_id = ${ctx.companyId}::uuid AND o.staff_id = p.id
        AND o.blocked_until > ${since}::timestamptz AND o.blocked_from < ${till}::timestamptz
      LEFT JOIN slot_holds h ON h.company_id = o.company_id AND h.id = o.hold_id
      WHERE (o.hold_id IS NULL OR (h.expires_at > now() AND h.call_id IS DISTINCT FROM ${callId}::uuid))
        AND (o.appointment_id IS NULL OR o.appointment_id IS DISTINCT FROM ${movingAppointmentId}::uuid)
      UNION ALL
      SELECT p.nr, b.starts_at, b.ends_at
      FROM people p JOIN busy_times b ON b.company_id = ${ctx.companyId}::uuid AND b.staff_id = p.id
        AND b.ends_at > ${since}::timestamptz AND b.starts_at < ${till}::timestamptz)
    SELECT json_build_object(
      'stamp', (SELECT stamp FROM master_data_stamps WHERE company_id = ${ctx.companyId}::uuid)
      ${takenResources(ctx, request)} ${sessionsWithPlaces(ctx, request)} ${bookedServices(ctx, request)} ${bookedMinutes(ctx, request)} ${lastAssigned(ctx, request)},
      'busy', (SELECT coalesce(array_agg((nr << 2 * ${BITS}::int)
        | (greatest(0, floor(date_part('epoch', blocked_from - ${since}::timestamptz) / 60))::int8 << ${BITS}::int)
        | least(${Math.ceil(end)}::int, ceil(date_part('epoch', blocked_until - ${since}::timestamptz) / 60))::int8), '{}') FROM taken)
    ) AS taken`,
  );
  const { busy, ...taken } = loaded.parse(row?.taken);
  return { ...taken, busy: unpack(busy, { people: staffIds.length, since: start }) };
}
