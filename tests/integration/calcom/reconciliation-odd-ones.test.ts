import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { resolveDrift } from "@/server/calcom/reconciliation/commands/resolve-drift";
import { setStrategies } from "@/server/calcom/reconciliation/commands/set-strategies";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
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
import { appointmentsOf, bookThere, cancelThere, mapsOf, moveThere } from "./inbound-deliveries";
import { forbid, muddle } from "./muddle";
import { driftsOf, pushAll, reconcile } from "./reconciling";

withSandbox();
let ours: ConnectedCompany;

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
});
afterEach(() => vi.restoreAllMocks());

const pushed = async (startsAt = wednesdayAt(10)) => {
  const appointmentId = await book(ours, { startsAt });
  await pushAppointment(jobFor(ours), { appointmentId });
  return { appointmentId, uid: (await mapRow(appointmentId)).calcomBookingUid ?? "" };
};
const later = (at: Date) => new Date(at.getTime() + 28 * 86_400_000);
const counts = (run: { counts: unknown }) => run.counts as Record<string, number>;

it("shows what was booked of something that stands for nothing here, also when nobody told of it", async () => {
  await platformClient().teamEventTypeMapping.deleteMany({ where: { companyId: ours.company.companyId } });
  await bookThere(ours, { at: wednesdayAt(11) });
  expect(await reconcile(ours)).toMatchObject({ kinds: { missing_in_platform: 1 }, counts: { kept: 1 } });
  expect(await mapsOf(ours)).toMatchObject([{ driftStatus: "manual_review", reviewReason: "unknown_event_type" }]);
  expect(await reconcile(ours)).toMatchObject({ kinds: {}, counts: { kept: 0 } });
});

describe("a booking that is not told to us by itself", () => {
  it.each([
    ["refused", forbid, { created: 1, failed: 1, waiting: 1 }],
    ["of which no sense can be made", (uid: string) => muddle(uid), { created: 2, failed: 0, waiting: 1 }],
  ])("%s, stands in nobody's way, neither as ours nor as a new one", async (_name, spoil, expected) => {
    const { appointmentId, uid } = await pushed();
    const gone = await moveThere(uid, later(wednesdayAt(10)));
    const first = await bookThere(ours, { at: wednesdayAt(11) });
    const moved = await moveThere(first.uid, wednesdayAt(12));
    await bookThere(ours, { at: wednesdayAt(14) });
    spoil(gone.uid, moved.uid);
    const run = await reconcile(ours);
    expect(run).toMatchObject({ state: "finished", failedReason: null });
    expect(counts(run)).toMatchObject(expected);
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(10), status: "confirmed" });
    vi.restoreAllMocks();
    expect(await reconcile(ours)).toMatchObject({ state: "finished", kinds: { time_mismatch: 1 } });
    expect(await appointmentsOf(ours)).toHaveLength(3);
  });
});

it("has a write looked for whose answer nobody learnt, and that nobody tries any more", async () => {
  const appointmentId = await book(ours);
  await steer("/faults", { provider: "calcom", kind: "lost_answer", method: "POST", count: 1 });
  const lastTry = { appointmentId, isLastTry: true };
  await expect(pushAppointment(jobFor(ours), lastTry)).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
  expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "failed", calcomBookingUid: null });
  expect(counts(await reconcile(ours))).toMatchObject({ waiting: 1, drifted: 0, failed: 0 });
  expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "pending" });
  const where = { companyId: ours.company.companyId, name: "calcom/sync.owed" };
  expect(await platformClient().outboxEvent.count({ where })).toBe(1);
  await pushAll(ours);
  const [booking, ...others] = await standing(ours);
  expect(others).toEqual([]);
  expect(await appointmentRow(appointmentId)).toMatchObject({
    calcomSyncStatus: "synced",
    calcomBookingUid: booking?.uid,
  });
});

describe("a second booking of an appointment", () => {
  const twice = async () => {
    const { appointmentId, uid } = await pushed();
    const { metadata } = (await standing(ours))[0] ?? {};
    const twin = await bookThere(ours, { at: wednesdayAt(15), metadata: { ...metadata, idemKey: "another" } });
    await reconcile(ours);
    return { appointmentId, uid, twin };
  };

  it("stays with the person when the first one is cancelled", async () => {
    const { appointmentId, uid, twin } = await twice();
    await cancelThere(uid);
    const run = await reconcile(ours);
    expect(run).toMatchObject({ state: "finished", kinds: { status_mismatch: 1 } });
    expect(await appointmentRow(appointmentId)).toMatchObject({ status: "cancelled" });
    expect(await mapsOf(ours)).toContainEqual(
      expect.objectContaining({ calcomBookingUid: twin.uid, appointmentId: null, driftStatus: "manual_review" }),
    );
    expect(counts(await reconcile(ours))).toMatchObject({ drifted: 0, failed: 0 });
  });

  it("costs only its own turn when a row can't be written", async () => {
    const { appointmentId, uid, twin } = await twice();
    await moveThere(uid, wednesdayAt(12));
    await bookThere(ours, { at: wednesdayAt(17) });
    // Its new uid is another row's already.
    const [moved] = (await standing(ours)).filter(({ rescheduledFromUid }) => rescheduledFromUid === uid);
    await platformClient().calcomEventMap.updateMany({
      where: { calcomBookingUid: twin.uid },
      data: { calcomBookingUid: moved?.uid ?? "" },
    });
    const run = await reconcile(ours);
    expect(run).toMatchObject({ state: "finished", failedReason: null });
    expect(counts(run).failed).toBeGreaterThan(0);
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(10) });
    expect((await appointmentsOf(ours)).map(({ startsAt }) => startsAt)).toContainEqual(wednesdayAt(17));
  });
});

describe("whom they chose over there", () => {
  /** A type for anybody, whose host there is our colleague. */
  const anybodys = async () => {
    const { companyId } = ours.company;
    const type = { companyId, calcomEventTypeId: ours.eventTypeId };
    await platformClient().teamEventTypeMapping.updateMany({ where: type, data: { staffId: null } });
    const { eventTypes } = await steer("/calcom");
    const { ownerId: calcomUserId } = eventTypes.find(({ id }: { id: number }) => id === ours.eventTypeId);
    await platformClient().calcomTeamMember.create({
      data: { id: newId(), companyId, calcomUserId, staffId: ours.colleague.id },
    });
    return pushed();
  };

  it.each(["newest_wins", "platform_wins", "calcom_wins"] as const)("leaves ours as it is: %s", async (strategy) => {
    const { appointmentId, uid } = await anybodys();
    for (const time of [1, 2]) {
      expect([time, (await reconcile(ours, { strategy })).kinds]).toEqual([time, {}]);
      await pushAll(ours);
    }
    expect(await appointmentRow(appointmentId)).toMatchObject({ staffId: ours.staff.id, calcomSyncStatus: "synced" });
    expect(await standing(ours)).toMatchObject([{ uid }]);
  });

  it("is a person's to say when they choose anew and ours is to stand, and stays as it was said", async () => {
    const { appointmentId } = await anybodys();
    const { id, calcomState } = await mapRow(appointmentId);
    const before = { ...(calcomState as object), host: { id: 4711, name: "Somebody before" } };
    await platformClient().calcomEventMap.update({ where: { id }, data: { calcomState: before } });
    expect(await reconcile(ours, { strategy: "platform_wins" })).toMatchObject({ kinds: { staff_mismatch: 1 } });
    const [drift] = await driftsOf(ours);
    expect(drift).toMatchObject({ kind: "staff_mismatch", state: "open" });
    await resolveDrift(ownerOf(ours.company), { driftId: drift?.id ?? "", decision: "keep_ours", version: 1 });
    await pushAll(ours);
    expect((await reconcile(ours)).kinds).toEqual({});
    expect(await appointmentRow(appointmentId)).toMatchObject({ staffId: ours.staff.id });
  });
});

it.each(["completed", "in_progress"] as const)(
  "keeps for a person what is %s here and was moved there",
  async (status) => {
    const { appointmentId, uid } = await pushed();
    await platformClient().appointment.update({ where: { id: appointmentId }, data: { status } });
    const moved = await moveThere(uid, wednesdayAt(16));
    const during = new Date(wednesdayAt(10).getTime() + 10 * 60_000);
    expect(await reconcile(ours, { now: during })).toMatchObject({ kinds: { time_mismatch: 1 } });
    expect(await appointmentRow(appointmentId)).toMatchObject({ status, startsAt: wednesdayAt(10) });
    expect(await mapRow(appointmentId)).toMatchObject({ driftStatus: "manual_review", reviewReason: "already_begun" });
    expect(await standing(ours)).toMatchObject([{ uid: moved.uid }]);
  },
);

it("asks a person about all of it where one of two differences is theirs to decide", async () => {
  const { appointmentId, uid } = await pushed();
  await setStrategies(ownerOf(ours.company), { strategies: { duration_mismatch: "manual" } });
  const moved = await moveThere(uid, wednesdayAt(16));
  await steer(`/bookings/${moved.uid}/edit`, { lengthInMinutes: 60 });
  expect((await reconcile(ours)).kinds).toEqual({ time_mismatch: 1, duration_mismatch: 1 });
  expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(10) });
  expect(await driftsOf(ours)).toMatchObject([{ kind: "duration_mismatch", state: "open", strategy: "manual" }]);
});
