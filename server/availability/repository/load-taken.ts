import { z } from "zod";
import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { DAY } from "@/server/core/time";
import { bookedMinutes, bookedServices, sessionsWithPlaces, type TakenRequest, takenResources } from "./taken-besides";

const loaded = z.object({
  stamp: z.string().nullable(),
  /** Side by side: the person's place in `staffIds`, and the two ends in milliseconds. */
  busy: z.object({ person: z.array(z.number()), from: z.array(z.number()), until: z.array(z.number()) }),
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
});
export type Taken = z.infer<typeof loaded>;

/**
 * When these people are taken, a day around the asked time included, and the stamp of their company's master data at this
 * moment; resources, classes and limits in the same statement, where the services have any. Expired holds, this call's own
 * and the appointment's that is about to move count as free.
 */
export async function loadTaken(ctx: CompanyContext, request: TakenRequest): Promise<Taken> {
  const { staffIds, callId = null, movingAppointmentId = null } = request;
  const [since, till] = [new Date(request.from.getTime() - DAY), new Date(request.until.getTime() + DAY)];
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
      ${takenResources(ctx, request)} ${sessionsWithPlaces(ctx, request)} ${bookedServices(ctx, request)} ${bookedMinutes(ctx, request)},
      'busy', (SELECT json_build_object('person', coalesce(array_agg(nr), '{}'),
        'from', coalesce(array_agg((date_part('epoch', blocked_from) * 1000)::int8), '{}'),
        'until', coalesce(array_agg((date_part('epoch', blocked_until) * 1000)::int8), '{}')) FROM taken)
    ) AS taken`,
  );
  return loaded.parse(row?.taken);
}
