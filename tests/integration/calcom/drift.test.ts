import { beforeEach, describe, expect, it } from "vitest";
import { getHealth } from "@/server/analytics/queries/get-health";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { autoResolve } from "@/server/calcom/reconciliation/commands/auto-resolve";
import { detectDrift } from "@/server/calcom/reconciliation/commands/detect-drift";
import { runNow } from "@/server/calcom/reconciliation/commands/finish-run";
import { resolveDrift } from "@/server/calcom/reconciliation/commands/resolve-drift";
import { setStrategies } from "@/server/calcom/reconciliation/commands/set-strategies";
import { getDriftRate } from "@/server/calcom/reconciliation/queries/get-drift-rate";
import { getStrategies } from "@/server/calcom/reconciliation/queries/get-strategies";
import { listDrift } from "@/server/calcom/reconciliation/queries/list-drift";
import { listRuns } from "@/server/calcom/reconciliation/queries/list-runs";
import { DAY } from "@/server/core/time";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import {
  appointmentRow,
  book,
  type ConnectedCompany,
  createConnectedCompany,
  jobFor,
  mapRow,
  standing,
  steer,
  withSandbox,
} from "./connected-company";
import { appointmentsOf, bookThere, cancelThere, moveThere } from "./inbound-deliveries";
import { pushAll, reconcile } from "./reconciling";

let sandboxNow = NOW;
withSandbox({ now: () => sandboxNow });
let ours: ConnectedCompany;

beforeEach(async () => {
  sandboxNow = NOW;
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
});

const owner = () => ownerOf(ours.company);
const open = async () => (await listDrift(owner(), { state: "open", limit: 25 })).items;
const pushed = async () => {
  const appointmentId = await book(ours);
  await pushAppointment(jobFor(ours), { appointmentId });
  return { appointmentId, uid: (await mapRow(appointmentId)).calcomBookingUid ?? "" };
};

describe("the strategies", () => {
  it("are as they were set up until somebody chooses, within what is possible", async () => {
    const { strategies } = await getStrategies(owner());
    expect(strategies.time_mismatch).toMatchObject({ chosen: "newest_wins" });
    expect(strategies.attendee_mismatch).toEqual({ chosen: "manual", possible: ["manual"] });
    await setStrategies(owner(), { strategies: { time_mismatch: "manual" } });
    expect((await getStrategies(owner())).strategies.time_mismatch).toMatchObject({ chosen: "manual" });
    const wrong = setStrategies(owner(), { strategies: { attendee_mismatch: "calcom_wins" } });
    await expect(wrong).rejects.toMatchObject({ reason: "strategy_not_possible" });
  });
});

describe("a difference that waits", () => {
  const waiting = async () => {
    const { appointmentId, uid } = await pushed();
    await setStrategies(owner(), { strategies: { time_mismatch: "manual" } });
    await moveThere(uid, wednesdayAt(16));
    await reconcile(ours);
    const [drift] = await open();
    if (!drift) throw new Error("nothing waits");
    return { appointmentId, drift };
  };

  it("shows both sides, and is decided once", async () => {
    const { appointmentId, drift } = await waiting();
    expect(drift).toMatchObject({
      ...{ kind: "time_mismatch", strategy: "manual", decisions: ["take_over", "keep_ours", "ignore"], outcome: null },
      ours: { appointmentId, startsAt: wednesdayAt(10), customerName: expect.any(String) },
      theirs: { startsAt: wednesdayAt(16) },
    });
    const { id: driftId, version } = drift;
    const late = resolveDrift(owner(), { driftId, decision: "ignore", version: version + 1 });
    await expect(late).rejects.toMatchObject({ reason: "changed_meanwhile" });
    const wrong = resolveDrift(owner(), { driftId, decision: "cancel_there", version });
    await expect(wrong).rejects.toMatchObject({ reason: "decision_not_possible" });
    await resolveDrift(owner(), { driftId, decision: "take_over", version });
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(16) });
    expect(await open()).toEqual([]);
    const [settled] = (await listDrift(owner(), { state: "resolved", limit: 25 })).items;
    expect(settled).toMatchObject({ id: driftId, outcome: "taken_over", resolvedBy: ours.company.owner.name });
    const again = resolveDrift(owner(), { driftId, decision: "ignore", version: version + 1 });
    await expect(again).rejects.toMatchObject({ reason: "conflict_settled" });
  });

  it("is put back there when ours is kept", async () => {
    const { appointmentId, drift } = await waiting();
    await resolveDrift(owner(), { driftId: drift.id, decision: "keep_ours", version: drift.version });
    await pushAll(ours);
    expect((await standing(ours)).map(({ start }) => new Date(start))).toEqual([wednesdayAt(10)]);
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "synced" });
  });

  it("is left alone when it is ignored, until one of both sides changes", async () => {
    const { drift } = await waiting();
    await resolveDrift(owner(), { driftId: drift.id, decision: "ignore", version: drift.version });
    expect((await reconcile(ours)).kinds).toEqual({});
    const [booking] = await standing(ours);
    await moveThere(booking?.uid ?? "", wednesdayAt(12));
    expect((await reconcile(ours)).kinds).toEqual({ time_mismatch: 1 });
  });

  it("closes by itself once both sides are alike again", async () => {
    await waiting();
    const [booking] = await standing(ours);
    await moveThere(booking?.uid ?? "", wednesdayAt(10));
    await reconcile(ours);
    expect(await open()).toEqual([]);
    await reconcile(ours);
    const [closed] = (await listDrift(owner(), { state: "resolved", limit: 25 })).items;
    expect(closed).toMatchObject({ outcome: "equal_again" });
  });
});

describe("at a door", () => {
  it("says what differs and changes nothing, and brings together what it is asked to", async () => {
    const { appointmentId, uid } = await pushed();
    expect(await detectDrift(owner())).toEqual({
      ...{ driftDetected: false, totalAppointments: 1, driftedAppointments: 0, details: [] },
    });
    await cancelThere(uid);
    await bookThere(ours, { at: wednesdayAt(13) });
    const details = [
      { appointmentId, issue: "status_mismatch", platformTime: wednesdayAt(10), calcomTime: wednesdayAt(10) },
      { appointmentId: null, issue: "missing_in_platform", platformTime: null, calcomTime: wednesdayAt(13) },
    ];
    expect(await detectDrift(owner())).toEqual({
      ...{ driftDetected: true, totalAppointments: 1, driftedAppointments: 2, details },
    });
    expect(await appointmentRow(appointmentId)).toMatchObject({ status: "confirmed" });
    const resolved = await autoResolve(owner(), { strategy: "platform_wins" });
    expect(resolved).toEqual({ success: true, resolvedCount: 2, failedCount: 0 });
    await pushAll(ours);
    expect(await standing(ours)).toHaveLength(2);
  });

  it("tells how often both sides differed", async () => {
    expect(await getDriftRate(owner(), { days: 7 })).toMatchObject({ rate: null, open: 0, lastRunAt: null });
    await pushed();
    await bookThere(ours, { at: wednesdayAt(13) });
    await reconcile(ours);
    await reconcile(ours);
    expect(await getDriftRate(owner(), { days: 7 })).toMatchObject({
      ...{ compared: 4, drifted: 1, resolved: 1, rate: 0.25, lastRunState: "finished" },
      byDay: [{ day: "2026-12-01", compared: 4, drifted: 1 }],
    });
    expect((await getHealth(owner())).calcomDrift).toEqual({ rate: 0.25, open: 0 });
    const { items, total } = await listRuns(owner(), { limit: 1, withTotal: true });
    expect(items).toMatchObject([
      { kind: "window", state: "finished", progress: 1, startedBy: ours.company.owner.name },
    ]);
    expect(total).toBe(2);
  });
});

describe("the import", () => {
  const wanted = { kind: "import", backDays: 30, aheadDays: 30 } as const;

  it("takes over what was and what is to come, once, and only counts when it is asked to", async () => {
    sandboxNow = new Date(NOW.getTime() - 20 * DAY);
    await bookThere(ours, { at: new Date(wednesdayAt(10).getTime() - 14 * DAY) });
    await bookThere(ours, { at: wednesdayAt(13) });
    sandboxNow = NOW;
    const dry = await runNow(owner(), { ...wanted, isDry: true }, { mostSeconds: 60 });
    expect(dry).toMatchObject({ isDry: true, kinds: { missing_in_platform: 2 } });
    expect(await appointmentsOf(ours)).toEqual([]);
    const run = await runNow(owner(), wanted, { mostSeconds: 60 });
    expect(run).toMatchObject({ state: "finished", counts: { created: 2, failed: 0 } });
    const made = await appointmentsOf(ours);
    expect(made.map(({ status, source }) => `${status} ${source}`).sort()).toEqual([
      "completed calcom",
      "confirmed calcom",
    ]);
    const again = await runNow(owner(), wanted, { mostSeconds: 60 });
    expect(again.counts).toMatchObject({ created: 0, drifted: 0 });
    expect(await appointmentsOf(ours)).toHaveLength(2);
  });
});
