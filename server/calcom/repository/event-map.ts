import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { type BookingCopy, bookingCopy, type PushState, pushState } from "../schema";

export interface EventMap {
  id: string;
  copy: BookingCopy | null;
  state: PushState;
  driftStatus: string;
  /** The database's clock: the one that all processes share. */
  lockedAt: Date;
}

interface Row {
  id: string;
  calcom_booking_uid: string | null;
  calcom_booking_id: bigint | null;
  calcom_event_type_id: number | null;
  calcom_state: Record<string, unknown> | null;
  platform_state: Record<string, unknown> | null;
  drift_status: string;
  locked_at: Date;
}

/** The appointment's row for this transaction alone, made if need be; null for an appointment that is not the company's. */
export async function lockEventMap(ctx: CompanyContext, appointmentId: string): Promise<EventMap | null> {
  await db(ctx).$executeRaw`
    INSERT INTO calcom_event_maps (id, company_id, appointment_id, segment_position)
    SELECT ${newId()}::uuid, a.company_id, a.id, 0 FROM appointments a
    WHERE a.company_id = ${ctx.companyId}::uuid AND a.id = ${appointmentId}::uuid
    ON CONFLICT (company_id, appointment_id, segment_position) DO NOTHING`;
  const [row] = await db(ctx).$queryRaw<Row[]>`
    SELECT id, calcom_booking_uid, calcom_booking_id, calcom_event_type_id, calcom_state, platform_state,
      drift_status::text, clock_timestamp() AS locked_at
    FROM calcom_event_maps
    WHERE company_id = ${ctx.companyId}::uuid AND appointment_id = ${appointmentId}::uuid AND segment_position = 0
    FOR UPDATE`;
  return row ? toEventMap(row) : null;
}

function toEventMap(row: Row): EventMap {
  const { id, calcom_booking_uid: uid, calcom_event_type_id: eventTypeId, drift_status: driftStatus } = row;
  const state = pushState.parse(row.platform_state ?? {});
  const bookingId = row.calcom_booking_id === null ? null : Number(row.calcom_booking_id);
  const seen = bookingCopy.safeParse({ ...row.calcom_state, uid, bookingId, eventTypeId });
  const copy = seen.success ? seen.data : null;
  // A uid without what stands there: it has to be looked up like a step whose result is unknown.
  const unseen = uid && !copy ? { action: "reschedule" as const, uid, eventTypeId, startsAt: null, idemKey: "" } : null;
  return { id, copy, state: { ...state, begun: state.begun ?? unseen }, driftStatus, lockedAt: row.locked_at };
}

export interface EventMapChange {
  state: PushState;
  /** Null: there is no booking over there (any more). */
  copy?: BookingCopy | null;
  /** A person has to look at it, with what was said over there. */
  review?: { kind: string; said: string } | null;
}

export async function writeEventMap(ctx: CompanyContext, map: EventMap, { state, copy, review }: EventMapChange) {
  await db(ctx).calcomEventMap.updateMany({
    where: { companyId: ctx.companyId, id: map.id },
    data: {
      platformState: pushState.encode(state) as Prisma.InputJsonObject,
      ...(copy === undefined ? {} : toCopyColumns(copy)),
      ...(review === undefined ? {} : toReviewColumns(review, { ...map, now: ctx.now })),
    },
  });
}

function toCopyColumns(copy: BookingCopy | null) {
  if (!copy) {
    return { calcomBookingUid: null, calcomBookingId: null, calcomEventTypeId: null, calcomState: Prisma.DbNull };
  }
  const { uid, bookingId, eventTypeId, ...seen } = bookingCopy.encode(copy);
  return { calcomBookingUid: uid, calcomBookingId: bookingId, calcomEventTypeId: eventTypeId, calcomState: seen };
}

function toReviewColumns(review: EventMapChange["review"], { copy, now }: { copy: BookingCopy | null; now: Date }) {
  if (!review) return { driftStatus: "synced" as const, driftKind: null, driftDetectedAt: null };
  const seen = copy ? bookingCopy.encode(copy) : {};
  return {
    driftStatus: "manual_review" as const,
    driftKind: review.kind,
    driftDetectedAt: now,
    calcomState: { ...seen, said: review.said },
  };
}

interface Behind {
  waitingSince: Date;
  failingSince: Date;
  limit: number;
}

/** Appointments whose copy is behind: waiting for too long, or failed not too long ago by what may have passed. */
export async function listBehind(
  ctx: CompanyContext,
  { waitingSince, failingSince, limit }: Behind,
): Promise<string[]> {
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT a.id FROM appointments a
    JOIN calcom_event_maps m ON m.company_id = a.company_id AND m.appointment_id = a.id AND m.segment_position = 0
    WHERE a.company_id = ${ctx.companyId}::uuid AND a.calcom_sync_status IN ('pending', 'failed')
      AND COALESCE((m.platform_state -> 'failure' ->> 'since')::timestamptz, a.updated_at) > ${failingSince}
      AND ((a.calcom_sync_status = 'pending' AND a.updated_at < ${waitingSince})
        OR (a.calcom_sync_status = 'failed' AND m.platform_state -> 'failure' ->> 'kind' IN ('fault', 'unauthorised')))
    ORDER BY a.updated_at LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
