import { beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { listConflicts } from "@/server/calcom/conflicts/queries/list-conflicts";
import { listDrift } from "@/server/calcom/reconciliation/queries/list-drift";
import { platformClient } from "@/server/core/db";
import { MINUTE } from "@/server/core/time";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { createCustomer } from "../../support/factories";
import {
  appointmentRow,
  book,
  type ConnectedCompany,
  jobFor,
  mapRow,
  standing,
  steer,
  withSandbox,
} from "./connected-company";
import {
  appointmentsOf,
  bookThere,
  cancelThere,
  createListeningCompany,
  deliver,
  mapsOf,
  moveThere,
  processAll,
  withDoor,
} from "./inbound-deliveries";

let now = NOW;
withSandbox({ now: () => now });
withDoor();
let ours: ConnectedCompany;

beforeEach(async () => {
  now = NOW;
  ours = await createListeningCompany();
});

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * MINUTE);
  return now;
};
const push = (appointmentId: string) => pushAppointment(jobFor(ours, now), { appointmentId });
const states = async () => (await processAll(ours, now)).map(({ state }) => state);

describe("what can't be followed is kept for a person", () => {
  const waiting = async () => (await mapsOf(ours)).filter(({ driftStatus }) => driftStatus === "manual_review");

  it("when the time is taken here; once it is free, the next news take it over", async () => {
    const appointmentId = await book(ours);
    const booking = await bookThere(ours, { at: wednesdayAt(10, 10) });
    expect(await processAll(ours, now)).toEqual([{ state: "kept_for_person", reason: "slot_taken" }]);
    expect(await waiting()).toMatchObject([
      {
        appointmentId: null,
        calcomBookingUid: booking.uid,
        driftKind: "missing_in_platform",
        reviewReason: "slot_taken",
      },
    ]);
    expect(await appointmentsOf(ours)).toHaveLength(1);
    expect(
      await platformClient().customer.count({ where: { companyId: ours.company.companyId, lastName: "Neu" } }),
    ).toBe(0);
    await cancelAppointment(ownerOf(ours.company, now), { appointmentId, isConfirmed: true, notifyCustomer: false });
    await deliver(ours, { triggerEvent: "BOOKING_UPDATED", payload: { uid: booking.uid } });
    expect((await processAll(ours, now)).at(-1)).toEqual({ state: "created" });
    expect(await waiting()).toEqual([]);
  });

  it("when it moves there to a time that is taken here: ours stays, and theirs is not moved back", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    await book(ours, { startsAt: wednesdayAt(12), customerId: (await createCustomer(ours.company)).id });
    later(1);
    await moveThere((await mapRow(appointmentId)).calcomBookingUid ?? "", wednesdayAt(12));
    expect(await processAll(ours, now)).toContainEqual({ state: "kept_for_person", reason: "slot_taken" });
    expect(await waiting()).toMatchObject([{ appointmentId, driftKind: "time_mismatch" }]);
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(10), calcomSyncStatus: "drift" });
    expect(await push(appointmentId)).toMatchObject({ state: "failed" });
    expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(12).toISOString() }]);
    await rescheduleAppointment(ownerOf(ours.company, later(1)), {
      appointmentId,
      newStartsAt: wednesdayAt(16),
      isConfirmed: true,
    });
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(16).toISOString() }]);
    expect(await waiting()).toEqual([]);
  });

  it("when nobody here knows the event type, and is withdrawn when it is cancelled there", async () => {
    await platformClient().teamEventTypeMapping.deleteMany({ where: { companyId: ours.company.companyId } });
    const booking = await bookThere(ours, { at: wednesdayAt(10) });
    expect(await processAll(ours, now)).toEqual([{ state: "kept_for_person", reason: "unknown_event_type" }]);
    later(1);
    await cancelThere(booking.uid);
    expect((await states()).at(-1)).toBe("withdrawn");
    expect(await mapsOf(ours)).toMatchObject([{ driftStatus: "resolved", resolution: { decision: "withdrawn" } }]);
  });

  it("when nobody here is the host", async () => {
    await platformClient().teamEventTypeMapping.updateMany({
      where: { companyId: ours.company.companyId },
      data: { staffId: null },
    });
    await bookThere(ours, { at: wednesdayAt(10) });
    expect(await processAll(ours, now)).toEqual([{ state: "kept_for_person", reason: "unknown_host" }]);
  });

  it("when it is another company's, which our key is not shown", async () => {
    const theirs = await createListeningCompany();
    const booking = await bookThere(theirs, { at: wednesdayAt(10) });
    await deliver(ours, { triggerEvent: "BOOKING_CREATED", payload: { uid: booking.uid, title: "Fremd" } });
    expect(await processAll(ours, now)).toEqual([{ state: "kept_for_person", reason: "not_readable" }]);
    expect(await appointmentsOf(ours)).toEqual([]);
  });

  it("says no time of what was told without one, and compares it with nothing", async () => {
    await book(ours, { startsAt: new Date(now.getTime() + 2 * 60 * MINUTE) });
    await deliver(ours, { triggerEvent: "BOOKING_CREATED", payload: { uid: "nowhere", title: "Fremd" } });
    const state = "kept_for_person";
    expect(await processAll(ours, later(121))).toMatchObject([{ state }]);
    const { items } = await listConflicts(ownerOf(ours.company, now), { state: "open", limit: 25 });
    expect(items).toMatchObject([{ theirs: { uid: "nowhere", startsAt: null, endsAt: null }, inTheWay: [] }]);
    const drifts = (await listDrift(ownerOf(ours.company, now), { state: "open", limit: 25 })).items;
    expect(drifts).toMatchObject([{ kind: "missing_in_platform", theirs: { startsAt: null } }]);
  });
});

describe("who came and who did not", () => {
  it("is taken over from there without going back", async () => {
    const booking = await bookThere(ours, { at: wednesdayAt(10) });
    await processAll(ours, now);
    now = wednesdayAt(10, 10);
    await steer(`/bookings/${booking.uid}/no-show`, {});
    await processAll(ours, now);
    const [appointment] = await appointmentsOf(ours);
    expect(appointment).toMatchObject({ status: "no_show" });
    await push(appointment?.id ?? "");
    expect(await standing(ours)).toHaveLength(1);
  });

  it("completes what has ended, told flat and without a payload", async () => {
    const booking = await bookThere(ours, { at: wednesdayAt(10) });
    await processAll(ours, now);
    now = wednesdayAt(11);
    await deliver(ours, { triggerEvent: "MEETING_ENDED", uid: booking.uid, status: "ACCEPTED" });
    await processAll(ours, now);
    expect(await appointmentsOf(ours)).toMatchObject([{ status: "completed" }]);
  });

  it("says nothing of a meeting that was moved before it ended, and leaves the decision open", async () => {
    const { uid } = await bookThere(ours, { at: wednesdayAt(10) });
    await processAll(ours, now);
    await book(ours, { startsAt: wednesdayAt(15) });
    await moveThere(uid, wednesdayAt(15));
    await processAll(ours, now);
    now = wednesdayAt(11);
    await deliver(ours, { triggerEvent: "MEETING_ENDED", uid, status: "ACCEPTED" });
    await processAll(ours, now);
    expect(await appointmentsOf(ours)).toContainEqual(
      expect.objectContaining({ startsAt: wednesdayAt(10), status: "confirmed", calcomSyncStatus: "drift" }),
    );
  });
});
