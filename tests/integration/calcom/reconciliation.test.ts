import { beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
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
  there,
  withSandbox,
} from "./connected-company";
import { appointmentsOf, bookThere, cancelThere, moveThere } from "./inbound-deliveries";
import { driftsOf, pushAll, reconcile } from "./reconciling";

withSandbox();
let ours: ConnectedCompany;

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
});

const owner = () => ownerOf(ours.company);
const pushed = async (changes: Parameters<typeof book>[1] = {}) => {
  const appointmentId = await book(ours, changes);
  expect(await pushAppointment(jobFor(ours), { appointmentId })).toEqual({ state: "synced" });
  return appointmentId;
};
const uidOf = async (appointmentId: string) => (await mapRow(appointmentId)).calcomBookingUid ?? "";
/** Both sides as anybody would see them. */
async function alike(): Promise<void> {
  const active = (await appointmentsOf(ours)).filter(({ status }) => status === "pending" || status === "confirmed");
  const here = active.map(({ startsAt, calcomBookingUid }) => `${startsAt.toISOString()} ${calcomBookingUid}`);
  const across = (await standing(ours)).map(({ start, uid }) => `${new Date(start).toISOString()} ${uid}`);
  expect(here.sort()).toEqual(across.sort());
}
const counts = (run: { counts: unknown }) => run.counts as Record<string, number>;

describe("what nobody told us of", () => {
  it("is taken over when it was booked there, once", async () => {
    await bookThere(ours, { at: wednesdayAt(11) });
    const run = await reconcile(ours);
    expect(run).toMatchObject({ state: "finished", kinds: { missing_in_platform: 1 } });
    expect(counts(run)).toMatchObject({ drifted: 1, resolved: 1, created: 1, failed: 0 });
    expect(await appointmentsOf(ours)).toMatchObject([{ source: "calcom", startsAt: wednesdayAt(11) }]);
    expect(await driftsOf(ours)).toMatchObject([
      { kind: "missing_in_platform", strategy: "calcom_wins", state: "resolved", outcome: "created_here" },
    ]);
    await alike();
    expect(counts(await reconcile(ours))).toMatchObject({ compared: 1, equal: 1, drifted: 0 });
    expect(await appointmentsOf(ours)).toHaveLength(1);
  });

  it("is kept for a person when it collides, and found once", async () => {
    await book(ours, { startsAt: wednesdayAt(11) });
    await bookThere(ours, { at: wednesdayAt(11) });
    await platformClient().appointment.updateMany({
      where: { companyId: ours.company.companyId },
      data: { calcomSyncStatus: "pending", updatedAt: ownerOf(ours.company).now },
    });
    expect(counts(await reconcile(ours))).toMatchObject({ kept: 1, resolved: 0, waiting: 1 });
    expect(counts(await reconcile(ours))).toMatchObject({ kept: 0, drifted: 0 });
    expect(await driftsOf(ours)).toMatchObject([{ kind: "missing_in_platform", state: "open", outcome: null }]);
  });

  it("is followed when it was cancelled there, or moved out of the days that are looked at", async () => {
    const [first, second] = [await pushed(), await pushed({ startsAt: wednesdayAt(14) })];
    await cancelThere(await uidOf(first));
    await moveThere(await uidOf(second), new Date(wednesdayAt(14).getTime() + 28 * 86_400_000));
    const run = await reconcile(ours);
    expect(run.kinds).toEqual({ status_mismatch: 1, time_mismatch: 1 });
    expect(await appointmentRow(first)).toMatchObject({ status: "cancelled" });
    expect(await appointmentRow(second)).toMatchObject({ startsAt: new Date("2026-12-30T13:00:00Z") });
    await alike();
    expect(counts(await reconcile(ours))).toMatchObject({ drifted: 0 });
  });
});

describe("what was changed on both sides", () => {
  it("stands as whoever changed it last says", async () => {
    const appointmentId = await pushed();
    await rescheduleAppointment(owner(), { appointmentId, newStartsAt: wednesdayAt(15), isConfirmed: true });
    await moveThere(await uidOf(appointmentId), wednesdayAt(16));
    const later = new Date(owner().now.getTime() + 60_000);
    await platformClient().appointmentModification.updateMany({
      where: { appointmentId, type: "rescheduled" },
      data: { occurredAt: later },
    });
    await platformClient().appointment.update({
      where: { id: appointmentId },
      data: { calcomSyncStatus: "synced" },
    });
    expect((await reconcile(ours)).kinds).toEqual({ time_mismatch: 1 });
    await pushAll(ours);
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(15) });
    await alike();
    expect(await driftsOf(ours)).toMatchObject([{ strategy: "newest_wins", outcome: "written_there" }]);
  });

  it("stands as it was asked for once", async () => {
    const appointmentId = await pushed();
    await moveThere(await uidOf(appointmentId), wednesdayAt(16));
    await reconcile(ours, { strategy: "platform_wins" });
    await pushAll(ours);
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(10) });
    await alike();
  });

  it("is for a person where that was chosen, and the decision closes it", async () => {
    const appointmentId = await pushed();
    await moveThere(await uidOf(appointmentId), wednesdayAt(16));
    await reconcile(ours, { strategy: "manual" });
    expect(await driftsOf(ours)).toMatchObject([
      { kind: "time_mismatch", strategy: "manual", state: "open", appointmentId },
    ]);
    expect(await mapRow(appointmentId)).toMatchObject({ reviewReason: "needs_decision" });
    await pushAll(ours);
    expect(counts(await reconcile(ours))).toMatchObject({ waiting: 1, drifted: 0 });
  });
});

describe("what was lost here", () => {
  it("is known again by what was written into it, without a row of ours", async () => {
    const appointmentId = await pushed();
    const { id } = await mapRow(appointmentId);
    await platformClient().calcomEventMap.delete({ where: { id } });
    expect(counts(await reconcile(ours))).toMatchObject({ compared: 1, equal: 1, drifted: 0 });
    expect(await there(ours)).toHaveLength(1);
    await alike();
  });

  it("is written again when the job that was to do it is gone", async () => {
    const appointmentId = await book(ours);
    await pushed({ startsAt: wednesdayAt(12) });
    const moved = await pushed({ startsAt: wednesdayAt(14) });
    await cancelAppointment(owner(), { appointmentId: moved, isConfirmed: true, notifyCustomer: false });
    expect((await reconcile(ours)).kinds).toEqual({ missing_in_calcom: 1, status_mismatch: 1 });
    await pushAll(ours);
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "synced" });
    await alike();
  });

  it("is not written while it is on its way", async () => {
    const appointmentId = await book(ours);
    await platformClient().appointment.update({
      where: { id: appointmentId },
      data: { calcomSyncStatus: "pending", updatedAt: owner().now },
    });
    expect(counts(await reconcile(ours))).toMatchObject({ waiting: 1, drifted: 0 });
  });
});

it("leaves one of two bookings of an appointment to a person", async () => {
  const appointmentId = await pushed();
  const { metadata } = (await standing(ours))[0] ?? {};
  await bookThere(ours, { at: wednesdayAt(15), metadata: { ...metadata, idemKey: "another" } });
  expect(counts(await reconcile(ours))).toMatchObject({ kept: 1, created: 0 });
  expect(await driftsOf(ours)).toMatchObject([{ kind: "missing_in_platform", state: "open" }]);
  expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(10) });
  expect(await appointmentsOf(ours)).toHaveLength(1);
});
