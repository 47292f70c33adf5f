import { platformClient } from "@/server/core/db";
import { HOUR } from "@/server/core/time";
import { rowsOf } from "./sides";
import type { World } from "./world";

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
