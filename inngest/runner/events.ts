import { createHash } from "node:crypto";
import { ulid } from "ulid";
import type { Sql } from "./database";
import { byteLength, MAX_EVENT_BYTES } from "./limits";
import type { EventBody } from "./protocol";

export interface NewEvent {
  name: string;
  id?: string;
  ts?: number;
  data?: Record<string, unknown>;
  [field: string]: unknown;
}

/** The event can't be taken: no name, or more than 512 KB. */
export class EventRefusedError extends Error {
  override readonly name = "EventRefusedError";
}

const INSERT = `
  WITH stored AS (
    INSERT INTO inngest.event (id, name, body)
    SELECT one ->> 'id', one ->> 'name', one FROM jsonb_array_elements($1::jsonb) AS one
    ON CONFLICT (id) DO NOTHING
  )
  SELECT pg_notify('inngest', '')`;

/**
 * Stores events and wakes the runners, in the caller's transaction when there is one. An id that is known already is
 * taken as the same event sent twice. `seed` (the SDK's x-inngest-event-id-seed) makes a repeated request such a case.
 */
export async function insertEvents(
  db: Sql,
  events: NewEvent[],
  { seed }: { seed?: string | null } = {},
): Promise<string[]> {
  const complete = events.map((event, at) => completeEvent(event, seed ? seededId(seed, at) : ulid()));
  if (complete.length) await db.query({ name: "insert-events", text: INSERT, values: [JSON.stringify(complete)] });
  return complete.map(({ id }) => id);
}

/** Refuses what the Inngest server would refuse; for events that come from outside the runner. */
export function requireAcceptable(events: NewEvent[]): void {
  for (const event of events) {
    if (typeof event.name !== "string" || !event.name) throw new EventRefusedError("an event needs a name");
    if (byteLength(event) > MAX_EVENT_BYTES) throw new EventRefusedError(`event "${event.name}" is larger than 512 KB`);
  }
}

export function completeEvent(event: NewEvent, freshId: string = ulid()): EventBody {
  return { ...event, id: event.id || freshId, ts: event.ts ?? Date.now(), data: event.data ?? {} };
}

function seededId(seed: string, at: number): string {
  return createHash("sha1").update(`${seed}:${at}`).digest("hex");
}
