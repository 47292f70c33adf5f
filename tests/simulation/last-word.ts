import { MINUTE } from "@/server/core/time";
import type { Edit } from "./history";
import type { Row } from "./sides";
import type { World } from "./world";

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
  const { decided } = world.history;
  const about = editsOf(world, row);
  const isDecided = row.calcomEventMaps.some(({ id }) => decided.some(({ eventMapId }) => eventMapId === id));
  // What was over when it was found is history, and what nobody had confirmed by then did not take place.
  const isHistory = row.createdAt >= row.endsAt;
  if (isHistory || isDecided || about.some(({ what }) => what === "attended")) return null;
  const looked = { row, runs, now: world.clock.now() };
  const lost = READINGS.map((read) => lostOf(world, read(about), looked));
  return lost.every(Boolean) ? (lost[0] ?? null) : null;
}

/** What was said may be understood in several ways; one of them is to hold. */
const READINGS: readonly ((edits: readonly Edit[]) => readonly Edit[])[] = [
  (edits) => edits,
  // Where both sides were alike before, what was taken back here changed nothing: what was done there meanwhile is followed.
  withoutTakenBack,
  // Whoever says yes here to what they know of may count as the last who said so, or not.
  (edits) => edits.map((edit) => (edit.isConfirmation ? { ...edit, speaksOf: ["standing"] } : edit)),
  // Who of several does it here changes nothing over there.
  (edits) => edits.filter(({ isUnseenThere }) => !isUnseenThere),
  // Whoever gives it to somebody else over there, or says yes to it, sees when it is, and means it: it is followed as a whole.
  (edits) => edits.map((edit) => (edit.side === "there" ? { ...edit, speaksOf: ["standing", "time"] } : edit)),
];

function lostOf(world: World, about: readonly Edit[], looked: Looked): string | null {
  const { row } = looked;
  const standing = latestOf(about, "standing");
  const time = standing?.what === "is off" ? null : latestOf(about, "time");
  const lost = (last: Edit | null, is: (last: Edit) => string | null): string | null => {
    const found = last && !isUnheard(last, looked) ? is(last) : null;
    return last && found && `${found}, but the last word was said ${describe(last)}`;
  };
  return (
    lost(standing, (last) => statusOf(row, last)) ??
    lost(time, (last) => (isOff(row) ? null : timeOf(placeOf(world, row, last), last)))
  );
}

function withoutTakenBack(edits: readonly Edit[]): Edit[] {
  const left: Edit[] = [];
  for (const edit of edits) {
    const before = edit.takesBack ? left.findLastIndex(({ side }) => side === "here") : -1;
    if (before >= 0) left.splice(before, 1);
    if (!edit.takesBack) left.push(edit);
  }
  return left;
}

function editsOf(world: World, row: Row): Edit[] {
  const uids = new Set(row.calcomEventMaps.flatMap((map) => [...uidsOfPart(world, map)]));
  return world.history.edits.filter(({ side, of }) => (side === "here" ? of === row.id : uids.has(of)));
}

const uidsOfPart = (
  world: World,
  { calcomBookingUid, formerBookingUids }: Row["calcomEventMaps"][number],
): Set<string> => uidsOf(world, [...(calcomBookingUid ? [calcomBookingUid] : []), ...formerBookingUids]);

/** Here it is said of the whole, there of one of its parts. */
function placeOf(world: World, row: Row, { side, of }: Edit): { startsAt: Date; endsAt: Date } {
  if (side === "here") return row;
  const map = row.calcomEventMaps.find((one) => uidsOfPart(world, one).has(of));
  return row.parts[map?.segmentPosition ?? 0] ?? row;
}

/** To whom it was given over there, if that is the last that was said of it. */
export function wordAboutPerson(world: World, row: Row): Edit | null {
  const last = editsOf(world, row).reduce<Edit | null>(
    (latest, one) => (latest && latest.at > one.at ? latest : one),
    null,
  );
  return last?.speaksOf.includes("person") ? last : null;
}

const latestOf = (edits: readonly Edit[], what: Edit["speaksOf"][number]): Edit | null =>
  edits.reduce<Edit | null>((latest, one) => {
    return !one.speaksOf.includes(what) || (latest && latest.at > one.at) ? latest : one;
  }, null);

interface Looked {
  row: Row;
  runs: readonly Run[];
  now: Date;
}

/**
 * What was changed over there and never told: of another length nobody is, and a move of ours may come before the next comparison;
 * to what time it was moved is not looked for any more when both sides have the visit behind them.
 */
function isUnheard({ side, what, of, at, startsAt = 0, minutes }: Edit, { row, runs, now }: Looked): boolean {
  if (side === "here" || what !== "stands") return false;
  const last = Math.max(startsAt, row.startsAt.getTime());
  const isCompared = runs.some(({ startedAt, endedAt }) => startedAt.getTime() >= at && endedAt.getTime() <= last);
  if (minutes === undefined) return row.endsAt <= now && startsAt <= now.getTime() && !isCompared;
  return !row.calcomEventMaps.some(({ calcomBookingUid }) => calcomBookingUid === of) || !isCompared;
}

const isOff = ({ status }: Row): boolean => status === "cancelled" || status === "no_show";

const statusOf = (row: Row, last: Edit): string | null =>
  isOff(row) === (last.what === "is off") ? null : `it is ${row.status}`;

function timeOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, last: Edit): string | null {
  if (startsAt.getTime() !== last.startsAt) return `it begins at ${startsAt.toISOString()}`;
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE;
  return last.minutes !== undefined && minutes !== last.minutes ? `it takes ${minutes} minutes` : null;
}

function describe({ side, at, what, startsAt = 0, minutes }: Edit): string {
  const said = `${side} at ${new Date(at).toISOString()}: it`;
  if (what === "is off") return `${said} ${what}`;
  return `${said} begins at ${new Date(startsAt).toISOString()}${minutes ? ` and takes ${minutes} minutes` : ""}`;
}

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
