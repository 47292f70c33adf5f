import type { Demo } from "../e2e/support/demo";

export interface OtherBooking {
  uid: string;
  status: string;
  start: string;
  metadata: Record<string, string>;
}

interface OtherType {
  id: number;
  hostIds: number[];
  lengthInMinutes: number;
}

/** What the other side is told from outside; its webhooks and limits are its own. */
// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
export async function tellOtherSide(demo: Demo, path: string, body?: object, method = "POST"): Promise<any> {
  const init = { method, ...(body && { body: JSON.stringify(body) }) };
  const answer = await fetch(`${demo.sandboxUrl}/_${path}`, init);
  return answer.ok ? answer.json() : null;
}

export const otherSide = async (demo: Demo): Promise<OtherBooking[]> =>
  tellOtherSide(demo, "/bookings", undefined, "GET");

export async function moveThere(demo: Demo, uid: string, start: string): Promise<OtherBooking> {
  const moved = await tellOtherSide(demo, `/bookings/${uid}/reschedule`, { start });
  if (!moved) throw new Error("the other side did not move it");
  return moved;
}

const DAY_MS = 86_400_000;
const FIRST_DAY = 20;
const HOURS = { from: 8, until: 15 };

/** Books there until there are so many, by each person one after the other, where they are free. */
export async function fillOtherSide(
  demo: Demo,
  { needed, aheadDays }: { needed: number; aheadDays: number },
): Promise<string[]> {
  const { eventTypes } = (await tellOtherSide(demo, "/calcom", undefined, "GET")) as { eventTypes: OtherType[] };
  const shortest = new Map<number, OtherType>();
  for (const type of [...eventTypes].sort((a, b) => a.lengthInMinutes - b.lengthInMinutes)) {
    const [host = 0] = type.hostIds;
    if (!shortest.has(host)) shortest.set(host, type);
  }
  const uids: string[] = [];
  const midnight = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  for (let day = FIRST_DAY; day < aheadDays - 1 && uids.length < needed; day++) {
    for (const { id, lengthInMinutes } of shortest.values()) {
      for (let minute = HOURS.from * 60; minute < HOURS.until * 60 && uids.length < needed; minute += lengthInMinutes) {
        const start = new Date(midnight + day * DAY_MS + minute * 60_000).toISOString();
        const email = `bench${uids.length}@example.com`;
        const attendee = { name: `Bench ${uids.length}`, email, timeZone: "Europe/Berlin", language: "de" };
        const made = (await tellOtherSide(demo, "/bookings", {
          eventTypeId: id,
          start,
          attendee,
        })) as OtherBooking | null;
        if (made) uids.push(made.uid);
      }
    }
  }
  if (uids.length < needed) throw new Error(`only ${uids.length} of ${needed} could be booked over there`);
  return uids;
}

/** Every other one is cancelled, the others move by four weeks, or are cancelled where that time is taken. */
export async function moveOrCancelSome(demo: Demo, uids: readonly string[]): Promise<void> {
  const starts = new Map((await otherSide(demo)).map(({ uid, start }) => [uid, Date.parse(start)]));
  for (const [n, uid] of uids.entries()) {
    const start = new Date((starts.get(uid) ?? 0) + 28 * DAY_MS).toISOString();
    const moved = n % 2 === 0 ? await tellOtherSide(demo, `/bookings/${uid}/reschedule`, { start }) : null;
    if (!moved) await tellOtherSide(demo, `/bookings/${uid}/cancel`, {});
  }
}
