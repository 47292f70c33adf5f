import { platformClient } from "@/server/core/db";
import { HOUR } from "@/server/core/time";
import type { CalcomBooking } from "@/server/sandbox/calcom/state";
import { lastWordLost, type Run } from "./last-word";
import { look } from "./look";
import type { World } from "./world";

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const rowsOf = ({ company: { companyId } }: World) =>
  platformClient().appointment.findMany({
    where: { companyId },
    include: { calcomEventMaps: true },
    orderBy: { id: "asc" },
  });

const RUNS = `
  SELECT started_at AS "startedAt", ended_at AS "endedAt" FROM calcom_sync_runs
  WHERE company_id = $1 AND state = 'finished' AND ended_at IS NOT NULL`;

const isStanding = ({ status }: Pick<CalcomBooking, "status">) => status === "accepted" || status === "pending";
const isOpen = ({ status }: Pick<Row, "status">) => status === "pending" || status === "confirmed";

/** It is shown to a person as something to look at, or somebody decided to leave it. */
const isShown = ({ calcomSyncStatus, calcomEventMaps }: Row) =>
  calcomSyncStatus === "failed" || calcomEventMaps.some(({ driftStatus }) => driftStatus !== "synced");

/** What stands here stands there, once, at the same time with the same person, and the other way round. */
export async function checkAlike(world: World): Promise<void> {
  const { companyId } = world.company;
  const now = world.clock.now();
  const rows = await rowsOf(world);
  const { bookings } = world.sandbox.calcom;
  const runs = await look<Run>({ text: RUNS, values: [companyId] });
  const orphans = await platformClient().calcomEventMap.findMany({ where: { companyId, appointmentId: null } });
  const taken = new Map<string, string>();
  for (const [at, row] of rows.entries()) {
    const name = `appointment ${at + 1} (${row.status}, ${row.startsAt.toISOString()}, ${row.id})`;
    const [map] = row.calcomEventMaps;
    const uid = map?.calcomBookingUid ?? null;
    if (uid) {
      const other = taken.get(uid);
      if (other) world.wrongs.push(`${name} and ${other} are the same booking ${uid}`);
      taken.set(uid, name);
    }
    if (isShown(row)) continue;
    const lost = lastWordLost(world, { row, runs });
    if (lost) world.wrongs.push(`${name}: ${lost}`);
    const booking = uid ? bookings.get(uid) : undefined;
    const stands = booking !== undefined && isStanding(booking) && booking.endMs > now.getTime();
    if (row.endsAt > now && row.startsAt > now && isOpen(row)) {
      if (!stands) world.wrongs.push(`${name} does not stand there: ${uid} ${booking?.status}`);
      else world.wrongs.push(...differences(world, row, booking).map((what) => `${name}: ${what}`));
    } else if (stands && booking.startMs > now.getTime() && !isOpen(row) && !booking.absentAttendee) {
      world.wrongs.push(`${name} stands there still: ${uid} ${booking.status}`);
    }
  }
  const known = new Set(
    orphans.flatMap(({ calcomBookingUid, driftStatus }) => (driftStatus === "synced" ? [] : [calcomBookingUid])),
  );
  for (const booking of bookings.values()) {
    if (!isStanding(booking) || booking.endMs <= now.getTime()) continue;
    if (!taken.has(booking.uid) && !known.has(booking.uid))
      world.wrongs.push(`booking ${booking.uid} (${new Date(booking.startMs).toISOString()}) is nobody's here`);
  }
}

function differences({ people }: World, row: Row, booking: CalcomBooking): string[] {
  const person = people.find(({ id }) => id === row.staffId);
  const found: [string, boolean][] = [
    [`begins there at ${new Date(booking.startMs).toISOString()}`, booking.startMs !== row.startsAt.getTime()],
    [`ends there at ${new Date(booking.endMs).toISOString()}`, booking.endMs !== row.endsAt.getTime()],
    ["is with somebody else there", person?.eventTypeId !== booking.eventTypeId],
    ["waits for confirmation there", row.status === "confirmed" && booking.status === "pending"],
    [`is shown as ${row.calcomSyncStatus}`, row.calcomSyncStatus !== "synced"],
  ];
  return found.flatMap(([what, isSo]) => (isSo ? [what] : []));
}

/** A move that is taken back is a move, and what is taken back is told as one. */
const TOLD: readonly (readonly [facts: readonly string[], changes: readonly string[]])[] = [
  [
    ["appointment/rescheduled", "appointment/restored"],
    ["rescheduled", "reassigned", "restored"],
  ],
  [["appointment/cancelled"], ["cancelled"]],
];

/** Everybody hears of each change once. */
export async function checkFacts(world: World): Promise<void> {
  const { companyId } = world.company;
  const { facts } = world.history;
  const grouped = await platformClient().appointmentModification.groupBy({
    by: ["appointmentId", "type"],
    where: { companyId },
    _count: { _all: true },
  });
  const rows = await rowsOf(world);
  for (const { id, createdAt, endsAt } of rows) {
    // What was over when it was found is history.
    const told = facts.get(`appointment/booked ${id}`) ?? 0;
    if (told !== (createdAt >= endsAt ? 0 : 1)) world.wrongs.push(`appointment ${id} was told ${told} times`);
    for (const [names, types] of TOLD) {
      const changes = grouped.filter((one) => one.appointmentId === id && types.includes(one.type));
      const made = changes.reduce((sum, { _count }) => sum + _count._all, 0);
      const told = names.reduce((sum, name) => sum + (facts.get(`${name} ${id}`) ?? 0), 0);
      if (made !== told) world.wrongs.push(`${names.join(", ")} of ${id}: ${made} changes, told ${told} times`);
    }
  }
}

/** What the last comparison still found; what was refused over there is tried again each time, and shown. */
export async function listUnsettled({ company: { companyId }, clock }: World): Promise<string[]> {
  const run = await platformClient().calcomSyncRun.findFirstOrThrow({
    where: { companyId },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
  const drifts = await platformClient().calcomDrift.findMany({
    where: { companyId, runId: run.id },
    select: {
      kind: true,
      outcome: true,
      bookingUid: true,
      appointmentId: true,
      appointment: { select: { calcomSyncStatus: true, endsAt: true } },
    },
  });
  // An hour goes by between the two: what ended in it is completed by the second.
  const isOverSince = (endsAt: Date) => endsAt <= clock.now() && endsAt.getTime() > clock.now().getTime() - 2 * HOUR;
  const open = drifts.filter(({ kind, appointment }) => {
    if (kind === "missing_in_calcom" && appointment?.calcomSyncStatus === "failed") return false;
    return !(kind === "status_mismatch" && appointment && isOverSince(appointment.endsAt));
  });
  const found = open.map((drift) => `a second comparison finds ${JSON.stringify(drift)}`);
  return run.state === "finished" ? found : [...found, `a second comparison ends as ${run.state}: ${run.failedReason}`];
}
