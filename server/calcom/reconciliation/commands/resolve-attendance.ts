import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { toCopy } from "../../adapters/calcom-answers";
import { applyAttendance } from "../../commands/apply-attendance";
import type { Attendance } from "../../rules/attendance";
import { insertDrift } from "../repository/drifts";
import { changeHeldRun } from "../repository/held-runs";
import { strategyFor } from "../rules/strategy";
import { sideOfAppointment, sideOfBooking } from "../views";
import type { SeenPair } from "./compare-stretch";
import { type Choices, type Resolved, requireAsSeen } from "./resolve-pair";

interface Attended extends Choices {
  pair: SeenPair;
  attendance: Attendance;
}

// Not audited: the commands that it calls are.
/** Makes up for a delivery about how a visit went; that somebody did come after all is for a person. */
export async function resolveAttendance(ctx: CompanyContext, attended: Attended): Promise<Resolved> {
  const { pair, attendance, run } = attended;
  const { theirs, ours } = pair;
  return transact(ctx, async (tx) => {
    const standing = await requireAsSeen(tx, pair);
    if (!standing || !theirs) return "skipped";
    const { appointment, known } = standing;
    await applyAttendance(tx, { uids: pair.uids, attendance, isAllSeen: true });
    const kinds = ["status_mismatch" as const];
    if (attendance === "came") {
      await changeHeldRun(tx, run, { counts: { drifted: 1, kept: 1 }, kinds });
      return "kept";
    }
    await insertDrift(tx, {
      ...{ runId: run.id, eventMapId: known.id, appointmentId: appointment.id, bookingUid: theirs.uid },
      ...{ kind: "status_mismatch", strategy: strategyFor("status_mismatch", attended), outcome: "followed" },
      ...{ ours: sideOfAppointment(appointment, ours.changedAt), theirs: sideOfBooking(toCopy(theirs)) },
    });
    await changeHeldRun(tx, run, { counts: { drifted: 1, resolved: 1 }, kinds });
    return "resolved";
  });
}
