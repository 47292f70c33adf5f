import { platformClient } from "@/server/core/db";
import type { CalcomBooking } from "@/server/sandbox/calcom/state";
import { lastWordLost, type Run, wordAboutPerson } from "./last-word";
import { look } from "./look";
import { typeOf } from "./offers";
import { isOpen, isShown, isStanding, type Part, type Row, rowsOf } from "./sides";
import { happened, type World } from "./world";

const RUNS = `
  SELECT started_at AS "startedAt", ended_at AS "endedAt" FROM calcom_sync_runs
  WHERE company_id = $1 AND state = 'finished' AND ended_at IS NOT NULL`;

/** What stands here stands there, each part of it once, at the same time with the same person, and the other way round. */
export async function checkAlike(world: World): Promise<void> {
  const { companyId } = world.company;
  const rows = await rowsOf(world);
  const runs = await look<Run>({ text: RUNS, values: [companyId] });
  const taken = takenBookings(world, rows);
  for (const [at, row] of rows.entries()) {
    if (isShown(row)) continue;
    const name = `appointment ${at + 1} (${row.status}, ${row.startsAt.toISOString()}, ${row.id})`;
    const lost = lastWordLost(world, { row, runs });
    const wrongs = lost ? [lost] : row.classSessionId ? [] : compareRow(world, row);
    world.wrongs.push(...wrongs.map((wrong) => `${name}: ${wrong}`));
  }
  await checkSessions(world, rows);
  await checkStrangers(world, taken);
}

/** Every booking is only one thing here. */
function takenBookings({ wrongs }: World, rows: readonly Row[]): ReadonlySet<string> {
  const taken = new Map<string, string>();
  for (const { id, calcomEventMaps } of rows) {
    for (const { calcomBookingUid: uid, segmentPosition } of calcomEventMaps) {
      if (!uid) continue;
      const [name, other] = [`${id}, part ${segmentPosition}`, taken.get(uid)];
      if (other) wrongs.push(`${name} and ${other} are the same booking ${uid}`);
      taken.set(uid, name);
    }
  }
  return new Set(taken.keys());
}

/** What is nobody's here waits for a person, who may have left it. */
async function checkStrangers({ company, sandbox, clock, wrongs }: World, taken: ReadonlySet<string>): Promise<void> {
  const where = { companyId: company.companyId, appointmentId: null, driftStatus: { not: "synced" as const } };
  const orphans = await platformClient().calcomEventMap.findMany({ where, select: { calcomBookingUid: true } });
  const known = new Set(orphans.map(({ calcomBookingUid }) => calcomBookingUid));
  for (const booking of sandbox.calcom.bookings.values()) {
    if (!isStanding(booking) || booking.endMs <= clock.now().getTime()) continue;
    if (!taken.has(booking.uid) && !known.has(booking.uid))
      wrongs.push(`booking ${booking.uid} (${new Date(booking.startMs).toISOString()}) is nobody's here`);
  }
}

function compareRow(world: World, row: Row): string[] {
  const now = world.clock.now();
  const positions = new Set([
    ...row.parts.keys(),
    ...row.calcomEventMaps.map(({ segmentPosition }) => segmentPosition),
  ]);
  const isStarted = row.startsAt <= now || row.endsAt <= now;
  return [...positions].flatMap((at) => {
    const uid = row.calcomEventMaps.find(({ segmentPosition }) => segmentPosition === at)?.calcomBookingUid ?? null;
    const booking = uid ? world.sandbox.calcom.bookings.get(uid) : undefined;
    const stands = booking !== undefined && isStanding(booking) && booking.endMs > now.getTime();
    const part = isOpen(row) ? row.parts[at] : undefined;
    if (part && !isStarted && row.parts.length > 1) happened(world, "part compared");
    if (part && !isStarted)
      return stands
        ? differences(world, { row, part, booking })
        : [`part ${at} does not stand there: ${uid} ${booking?.status}`];
    const isLeft = stands && booking.startMs > now.getTime() && !part && !booking.absentAttendee;
    return isLeft ? [`part ${at} stands there still: ${uid} ${booking.status}`] : [];
  });
}

function differences(world: World, { row, part, booking }: { row: Row; part: Part; booking: CalcomBooking }): string[] {
  const given = wordAboutPerson(world, row);
  const host = world.people.find(({ id }) => id === part.staffId)?.hostId;
  const found: [string, boolean][] = [
    [`begins there at ${new Date(booking.startMs).toISOString()}`, booking.startMs !== part.startsAt.getTime()],
    [`ends there at ${new Date(booking.endMs).toISOString()}`, booking.endMs !== part.endsAt.getTime()],
    ["is with somebody else there", typeOf(world, part) !== booking.eventTypeId],
    ["was given to somebody else there", given?.of === booking.uid && given.hostId !== host],
    ["waits for confirmation there", row.status === "confirmed" && booking.status === "pending"],
    [`is shown as ${row.calcomSyncStatus}`, row.calcomSyncStatus !== "synced"],
  ];
  return found.flatMap(([what, isSo]) => (isSo ? [what] : []));
}

/** A class stands there once exactly if somebody takes part in it, whoever came and went. */
async function checkSessions(world: World, rows: readonly Row[]): Promise<void> {
  const { company, sandbox, clock, wrongs } = world;
  const now = clock.now();
  const where = { companyId: company.companyId, startsAt: { gt: now } };
  const sessions = await platformClient().classSession.findMany({
    where,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  for (const { id, ...session } of sessions) {
    const places = rows.filter(({ classSessionId }) => classSessionId === id);
    if (places.length === 0 || places.some(isShown)) continue;
    const [first, ...others] = places.flatMap(({ calcomEventMaps }) =>
      calcomEventMaps.flatMap(({ calcomBookingUid }) => {
        const booking = sandbox.calcom.bookings.get(calcomBookingUid ?? "");
        return booking && isStanding(booking) && booking.endMs > now.getTime() ? [booking] : [];
      }),
    );
    const name = `class ${id} at ${session.startsAt.toISOString()}`;
    const open = places.find(isOpen);
    if (others.length > 0) wrongs.push(`${name} stands there ${others.length + 1} times`);
    if (!open && first) wrongs.push(`${name} stands there as ${first.uid}, and nobody takes part`);
    if (open && !first) wrongs.push(`${name} does not stand there`);
    if (!open || !first || others.length > 0) continue;
    happened(world, "class compared");
    const found = differences(world, { row: { ...open, status: "pending" }, part: session, booking: first });
    wrongs.push(...found.map((wrong) => `${name}: ${wrong}`));
  }
}
