import { askTogether } from "@/server/core/ask-together";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { type BookingCopy, bookingCopy, type PushState, pushState } from "../schema";

export interface EventMap {
  id: string;
  /** Which part of the appointment it is the copy of. */
  position: number;
  copy: BookingCopy | null;
  state: PushState;
  driftStatus: string;
  /** Why a person has to look at what was done over there. */
  reviewReason: string | null;
  formerUids: string[];
  /** The database's clock: the one that all processes share. */
  lockedAt: Date;
}

/** The columns that `toEventMap` reads. */
export interface EventMapRow {
  id: string;
  appointment_id: string | null;
  segment_position: number;
  calcom_booking_uid: string | null;
  calcom_booking_id: string | bigint | null;
  calcom_event_type_id: number | null;
  calcom_state: Record<string, unknown> | null;
  platform_state: Record<string, unknown> | null;
  drift_status: string;
  review_reason: string | null;
  former_booking_uids: string[];
  locked_at: Date;
}

export const EVENT_MAP_COLUMNS = Prisma.sql`id, appointment_id, segment_position, calcom_booking_uid, calcom_booking_id, calcom_event_type_id, calcom_state,
  platform_state, drift_status::text, review_reason, former_booking_uids, clock_timestamp() AS locked_at`;

/** The appointment's row for this transaction alone, made if need be; null for an appointment that is not the company's. */
export const lockEventMap = (tx: TransactionContext, appointmentId: string): Promise<EventMap | null> =>
  lockPart(tx, { appointmentId, position: 0 });

export interface PartPlace {
  appointmentId: string;
  position: number;
}

/** The row of one of its parts, likewise. */
export async function lockPart(tx: TransactionContext, place: PartPlace): Promise<EventMap | null> {
  const known = await lockKnownPart(tx, place);
  if (known) return known;
  const { appointmentId, position } = place;
  const make = Prisma.sql`
    INSERT INTO calcom_event_maps (id, company_id, appointment_id, segment_position)
    SELECT ${newId()}::uuid, a.company_id, a.id, ${position}::int FROM appointments a
    WHERE a.company_id = ${tx.companyId}::uuid AND a.id = ${appointmentId}::uuid
    ON CONFLICT (company_id, appointment_id, segment_position) DO NOTHING`;
  const [, made] = await askTogether<[object[], EventMap | null]>(tx, () => [ask(tx, make), lockKnownPart(tx, place)]);
  return made;
}

/** The same, or null while there is none. */
export async function lockKnownPart(
  tx: TransactionContext,
  { appointmentId, position }: PartPlace,
): Promise<EventMap | null> {
  const [row] = await ask<EventMapRow>(
    tx,
    Prisma.sql`
    SELECT ${EVENT_MAP_COLUMNS}
    FROM calcom_event_maps
    WHERE company_id = ${tx.companyId}::uuid AND appointment_id = ${appointmentId}::uuid
      AND segment_position = ${position}::int
    FOR UPDATE`,
  );
  return row ? toEventMap(row) : null;
}

/** What is known of all parts, also of those that there are no more. */
export async function listPartMaps(ctx: CompanyContext, appointmentId: string): Promise<EventMap[]> {
  const rows = await ask<EventMapRow>(
    ctx,
    Prisma.sql`
    SELECT ${EVENT_MAP_COLUMNS} FROM calcom_event_maps
    WHERE company_id = ${ctx.companyId}::uuid AND appointment_id = ${appointmentId}::uuid ORDER BY segment_position`,
  );
  return rows.map(toEventMap);
}

export function toEventMap(row: EventMapRow): EventMap {
  const {
    id,
    segment_position: position,
    calcom_booking_uid: uid,
    calcom_event_type_id: eventTypeId,
    drift_status: driftStatus,
  } = row;
  const { review_reason: reviewReason, former_booking_uids: formerUids } = row;
  const state = pushState.parse(row.platform_state ?? {});
  const bookingId = row.calcom_booking_id === null ? null : Number(row.calcom_booking_id);
  const seen = bookingCopy.safeParse({ ...row.calcom_state, uid, bookingId, eventTypeId });
  const copy = seen.success ? seen.data : null;
  // A uid without what stands there: it has to be looked up like a step whose result is unknown.
  const unseen = uid && !copy ? { action: "reschedule" as const, uid, eventTypeId, startsAt: null, idemKey: "" } : null;
  const begun = state.begun ?? unseen;
  return {
    id,
    position,
    copy,
    state: { ...state, begun },
    driftStatus,
    reviewReason,
    formerUids,
    lockedAt: row.locked_at,
  };
}

export interface EventMapChange {
  state: PushState;
  /** Null: there is no booking over there (any more). */
  copy?: BookingCopy | null;
  /** A person has to look at it, with what was said over there; with a reason it waits for them. */
  review?: { kind: string; said: string; reason?: string } | null;
}

export async function writeEventMap(ctx: CompanyContext, map: EventMap, { state, copy, review }: EventMapChange) {
  const changes = [
    Prisma.sql`platform_state = ${JSON.stringify(pushState.encode(state))}::jsonb, updated_at = ${ctx.now}`,
    ...(copy === undefined ? [] : [setCopy(map, copy)]),
    ...(review === undefined ? [] : [setReview(review, ctx.now)]),
  ];
  const seen = review ? { ...encoded(copy ?? map.copy), said: review.said } : encoded(copy);
  if (seen !== undefined) changes.push(Prisma.sql`calcom_state = ${seen && JSON.stringify(seen)}::jsonb`);
  await ask(
    ctx,
    Prisma.sql`
    UPDATE calcom_event_maps SET ${Prisma.join(changes)}
    WHERE company_id = ${ctx.companyId}::uuid AND id = ${map.id}::uuid`,
  );
}

/** Deliveries and readings from before a move name the uid of before it. */
function formerUidsOf({ copy: before, formerUids }: EventMap, copy: BookingCopy | null): string[] {
  if (!before || before.uid === copy?.uid) return formerUids;
  return [...new Set([...formerUids, before.uid])];
}

function setCopy(map: EventMap, copy: BookingCopy | null): Prisma.Sql {
  const { uid = null, bookingId = null, eventTypeId = null } = copy ?? {};
  return Prisma.sql`calcom_booking_uid = ${uid}, calcom_booking_id = ${bookingId}::bigint, calcom_event_type_id = ${eventTypeId}::int,
    former_booking_uids = ${formerUidsOf(map, copy)}::text[]`;
}

function setReview(review: EventMapChange["review"], now: Date): Prisma.Sql {
  return Prisma.sql`review_reason = ${review?.reason ?? null}, drift_status = ${review ? "manual_review" : "synced"}::drift_status,
    drift_kind = ${review?.kind ?? null}, drift_detected_at = ${review ? now : null}`;
}

const encoded = <T extends BookingCopy | null | undefined>(copy: T) => (copy ? bookingCopy.encode(copy) : copy);

interface Behind {
  waitingSince: Date;
  failingSince: Date;
  limit: number;
  /** A person asks: also what was refused, which they may have mended. */
  isAsked?: boolean;
}

/** Appointments whose copy is behind: waiting for too long, or failed not too long ago by what may have passed. */
export async function listBehind(
  ctx: CompanyContext,
  { waitingSince, failingSince, limit, isAsked = false }: Behind,
): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    ctx,
    Prisma.sql`
    SELECT a.id FROM appointments a
    JOIN LATERAL (SELECT min((m.platform_state -> 'failure' ->> 'since')::timestamptz) AS failing_since,
        coalesce(bool_or(m.platform_state -> 'failure' ->> 'kind' IN ('fault', 'unauthorised')), false) AS may_pass, count(*) AS parts
      FROM calcom_event_maps m WHERE m.company_id = a.company_id AND m.appointment_id = a.id) m ON m.parts > 0
    WHERE a.company_id = ${ctx.companyId}::uuid AND a.calcom_sync_status IN ('pending', 'failed')
      AND COALESCE(m.failing_since, a.updated_at) > ${failingSince}
      AND ((a.calcom_sync_status = 'pending' AND a.updated_at < ${waitingSince})
        OR (a.calcom_sync_status = 'failed' AND (m.may_pass OR ${isAsked})))
    ORDER BY a.updated_at, a.id LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}
