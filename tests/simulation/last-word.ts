import { MINUTE } from "@/server/core/time";
import type { Edit } from "./history";
import type { World } from "./world";

interface Row {
  id: string;
  createdAt: Date;
  status: string;
  startsAt: Date;
  endsAt: Date;
  calcomEventMaps: { id: string; calcomBookingUid: string | null; formerBookingUids: string[] }[];
}

/** A comparison that was carried to its end. */
export interface Run {
  startedAt: Date;
  endedAt: Date;
}

/**
 * Whoever changed it last, here or there, finds it as they left it; a person is asked where that could not be. Says what became
 * of the last word about an appointment that nobody is asked about.
 */
export function lastWordLost(world: World, { row, runs }: { row: Row; runs: readonly Run[] }): string | null {
  const { edits, decided } = world.history;
  const uids = uidsOf(
    world,
    row.calcomEventMaps.flatMap(({ calcomBookingUid, formerBookingUids }) => [
      ...(calcomBookingUid ? [calcomBookingUid] : []),
      ...formerBookingUids,
    ]),
  );
  const about = edits.filter(({ side, of }) => (side === "here" ? of === row.id : uids.has(of)));
  const isDecided = row.calcomEventMaps.some(({ id }) => decided.some(({ eventMapId }) => eventMapId === id));
  // What was over when it was found is history, and what nobody had confirmed by then did not take place.
  const isHistory = row.createdAt >= row.endsAt;
  if (isHistory || isDecided || about.some(({ what }) => what === "attended")) return null;
  const standing = latestOf(about, "standing");
  const time = standing?.what === "is off" ? null : latestOf(about, "time");
  const isLost = (last: Edit | null, is: string | null) =>
    last &&
    is &&
    `${is}, but the last word was said ${last.side} at ${new Date(last.at).toISOString()}: it ${describe(last)}`;
  return (
    isLost(standing, standing && statusOf(row, standing)) ??
    isLost(time, time && (isUnheard(time, { row, runs }) ? null : timeOf(row, time)))
  );
}

const latestOf = (edits: readonly Edit[], what: Edit["speaksOf"][number]): Edit | null =>
  edits.reduce<Edit | null>((latest, one) => {
    return !one.speaksOf.includes(what) || (latest && latest.at > one.at) ? latest : one;
  }, null);

/**
 * What was changed over there and never told: of another length nobody is, and a move of ours may come before the next comparison;
 * to what time it was moved is not looked for any more when the visit has taken place.
 */
function isUnheard({ side, what, of, at, minutes }: Edit, { row, runs }: { row: Row; runs: readonly Run[] }): boolean {
  if (side === "here" || what !== "stands") return false;
  const isCompared = runs.some(({ startedAt, endedAt }) => startedAt.getTime() >= at && endedAt <= row.startsAt);
  if (minutes === undefined) return row.status === "completed" && !isCompared;
  return row.calcomEventMaps[0]?.calcomBookingUid !== of || !isCompared;
}

const isOff = ({ status }: Row): boolean => status === "cancelled" || status === "no_show";

const statusOf = (row: Row, last: Edit): string | null =>
  isOff(row) === (last.what === "is off") ? null : `it is ${row.status}`;

function timeOf(row: Row, last: Edit): string | null {
  if (isOff(row)) return null;
  const { startsAt, endsAt } = row;
  if (startsAt.getTime() !== last.startsAt) return `it begins at ${startsAt.toISOString()}`;
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE;
  return last.minutes !== undefined && minutes !== last.minutes ? `it takes ${minutes} minutes` : null;
}

const describe = ({ what, startsAt = 0, minutes }: Edit): string =>
  what === "is off"
    ? what
    : `begins at ${new Date(startsAt).toISOString()}${minutes ? ` and takes ${minutes} minutes` : ""}`;

/** Every booking that one of these ever was over there, or became. */
export function uidsOf({ sandbox }: World, known: readonly string[]): Set<string> {
  const { bookings } = sandbox.calcom;
  const uids = new Set(known);
  for (const uid of uids) {
    const { rescheduledFromUid, rescheduledToUid } = bookings.get(uid) ?? {};
    if (rescheduledFromUid) uids.add(rescheduledFromUid);
    if (rescheduledToUid) uids.add(rescheduledToUid);
  }
  return uids;
}
