import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { ignoreConflict } from "@/server/calcom/conflicts/commands/decide-conflict";
import { detectDrift } from "@/server/calcom/reconciliation/commands/detect-drift";
import { platformClient } from "@/server/core/db";
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
import {
  appointmentsOf,
  bookThere,
  createListeningCompany,
  mapsOf,
  moveThere,
  processAll,
  withDoor,
} from "./inbound-deliveries";
import { muddle } from "./muddle";
import { driftsOf, reconcile } from "./reconciling";

withSandbox();
withDoor();
afterEach(() => vi.restoreAllMocks());

describe("a booking that makes no sense to us", () => {
  it("is kept for a person as its delivery describes it, and stops nothing else", async () => {
    const ours = await createListeningCompany();
    const odd = await bookThere(ours, { at: wednesdayAt(10) });
    await bookThere(ours, { at: wednesdayAt(12) });
    muddle(odd.uid);
    expect(await processAll(ours)).toMatchObject([
      { state: "kept_for_person", reason: "not_readable" },
      { state: "created" },
    ]);
    expect(await mapsOf(ours)).toMatchObject([
      { calcomBookingUid: odd.uid, reviewReason: "not_readable", driftStatus: "manual_review", appointmentId: null },
      { driftStatus: "synced" },
    ]);
  });

  it.each([
    ["ends when it begins", { end: wednesdayAt(10).toISOString() }],
    ["ends before it begins", { end: wednesdayAt(9).toISOString() }],
    ["is before any calendar of ours", { start: "0001-01-01T10:00:00Z" }],
    ["is after any calendar of ours", { start: "9990-01-01T10:00:00Z", end: "9990-01-01T10:30:00Z" }],
  ])("is one that %s, too", async (_case, odd) => {
    const ours = await createListeningCompany();
    const { uid } = await bookThere(ours, { at: wednesdayAt(10) });
    muddle(uid, odd);
    expect(await processAll(ours)).toEqual([{ state: "kept_for_person", reason: "not_readable" }]);
    vi.restoreAllMocks();
    await reconcile(ours);
    expect(await appointmentsOf(ours)).toMatchObject([{ startsAt: wednesdayAt(10) }]);
    expect(await mapsOf(ours)).toMatchObject([{ driftStatus: "synced", reviewReason: null }]);
  });

  it.each([99_999_999_999, 1.5])(
    "is none for a number that is none of theirs: it waits for who knows %s",
    async (id) => {
      const ours = await createListeningCompany();
      const { uid } = await bookThere(ours, { at: wednesdayAt(10) });
      muddle(uid, { eventType: { id }, eventTypeId: id });
      expect(await processAll(ours)).toEqual([{ state: "kept_for_person", reason: "unknown_event_type" }]);
      expect(await mapsOf(ours)).toMatchObject([{ calcomBookingUid: uid, reviewReason: "unknown_event_type" }]);
    },
  );

  it("is none for words that can't be kept, or a number of its own: they are left out", async () => {
    const ours = await createListeningCompany();
    const { uid } = await bookThere(ours, { at: wednesdayAt(10) });
    const attendees = [{ name: "Eva\u0000 \ud800Eins", email: "eva@example.com" }];
    muddle(uid, { attendees, title: "a\u0000b", id: 1e30 });
    expect(await processAll(ours)).toEqual([{ state: "created" }]);
    const [{ customerId } = { customerId: "" }] = await appointmentsOf(ours);
    const customer = await platformClient().customer.findUniqueOrThrow({ where: { id: customerId } });
    expect(customer).toMatchObject({ firstName: "Eva", lastName: "Eins" });
  });

  it("leaves an appointment as it is, shown as different", async () => {
    const ours = await createListeningCompany();
    const appointmentId = await book(ours);
    await pushAppointment(jobFor(ours), { appointmentId });
    const [there] = await standing(ours);
    const moved = await moveThere(there?.uid ?? "", wednesdayAt(15));
    muddle(moved.uid);
    expect(await processAll(ours)).toContainEqual({ state: "kept_for_person", reason: "not_readable" });
    expect(await mapRow(appointmentId)).toMatchObject({ driftStatus: "manual_review", reviewReason: "not_readable" });
  });

  it("is shown anew when a person had decided about what it was before", async () => {
    const ours = await createListeningCompany();
    await book(ours);
    const { uid } = await bookThere(ours, { at: wednesdayAt(10) });
    await processAll(ours);
    const [kept] = await mapsOf(ours);
    await ignoreConflict(ownerOf(ours.company), { conflictId: kept?.id ?? "" });
    const moved = await moveThere(uid, wednesdayAt(15));
    muddle(moved.uid);
    expect(await processAll(ours)).toContainEqual({ state: "kept_for_person", reason: "not_readable" });
    const states = (await mapsOf(ours)).filter(({ appointmentId }) => appointmentId === null);
    expect(states).toMatchObject([{ driftStatus: "manual_review", reviewReason: "not_readable" }]);
  });

  it("is not made a second time when our own write was answered with nonsense", async () => {
    const ours = await createListeningCompany();
    const appointmentId = await book(ours);
    await steer("/faults", { provider: "calcom", kind: "lost_answer", method: "POST", count: 1 });
    await expect(pushAppointment(jobFor(ours), { appointmentId })).rejects.toMatchObject({
      code: "INTEGRATION_UNAVAILABLE",
    });
    const [there] = await standing(ours);
    muddle(there?.uid ?? "");
    expect(await pushAppointment(jobFor(ours), { appointmentId })).toMatchObject({ state: "failed" });
    expect(await standing(ours)).toHaveLength(1);
    // Told of, it is nobody's until it can be read; then it is the one that we made.
    expect(await processAll(ours)).toContainEqual({ state: "kept_for_person", reason: "not_readable" });
    expect(await mapsOf(ours)).toHaveLength(2);
    vi.restoreAllMocks();
    expect(await pushAppointment(jobFor(ours), { appointmentId })).toEqual({ state: "synced" });
    expect(await mapsOf(ours)).toMatchObject([{ appointmentId, calcomBookingUid: there?.uid, driftStatus: "synced" }]);
    expect(await driftsOf(ours)).toMatchObject([{ state: "resolved", outcome: "linked" }]);
  });
});

describe("a booking that makes no sense to us, of which nobody told us", () => {
  let ours: ConnectedCompany;
  beforeEach(async () => {
    ours = await createConnectedCompany();
  });
  const open = { driftStatus: "manual_review", reviewReason: "not_readable" };

  it("is kept for a person by the comparison, once, and taken over when it can be read", async () => {
    const { uid } = await bookThere(ours, { at: wednesdayAt(10) });
    muddle(uid);
    expect((await detectDrift(ownerOf(ours.company))).details).toMatchObject([{ issue: "missing_in_platform" }]);
    const [first, second] = [await reconcile(ours), await reconcile(ours)];
    expect(first).toMatchObject({ state: "finished", counts: { compared: 1, drifted: 1, kept: 1 } });
    expect(second).toMatchObject({ state: "finished", counts: { compared: 1, waiting: 1, kept: 0, drifted: 0 } });
    expect(await mapsOf(ours)).toMatchObject([{ ...open, calcomBookingUid: uid, appointmentId: null }]);
    expect(await driftsOf(ours)).toMatchObject([{ kind: "missing_in_platform", state: "open", strategy: "manual" }]);
    vi.restoreAllMocks();
    expect(await reconcile(ours)).toMatchObject({ counts: { created: 1 } });
    expect(await mapsOf(ours)).toMatchObject([{ driftStatus: "synced", reviewReason: null }]);
    await reconcile(ours);
    expect((await driftsOf(ours)).filter(({ state }) => state === "open")).toEqual([]);
  });

  it("is shown with the appointment that it belongs to, until it can be read", async () => {
    const appointmentId = await book(ours);
    await pushAppointment(jobFor(ours), { appointmentId });
    const [there] = await standing(ours);
    muddle(there?.uid ?? "");
    expect(await reconcile(ours)).toMatchObject({ counts: { kept: 1 } });
    expect(await reconcile(ours)).toMatchObject({ counts: { compared: 1, waiting: 1 } });
    expect(await mapsOf(ours)).toMatchObject([{ ...open, appointmentId }]);
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "drift", status: "confirmed" });
    vi.restoreAllMocks();
    await reconcile(ours);
    expect(await mapsOf(ours)).toMatchObject([{ driftStatus: "synced", reviewReason: null, appointmentId }]);
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "synced" });
    expect(await standing(ours)).toMatchObject([{ uid: there?.uid }]);
  });

  it("is counted even when it does not say which it is", async () => {
    const { uid } = await bookThere(ours, { at: wednesdayAt(10) });
    muddle(uid, { uid: null });
    expect(await reconcile(ours)).toMatchObject({ state: "finished", counts: { compared: 1, failed: 1 } });
  });
});
