import { beforeEach, describe, expect, it } from "vitest";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { takeOverConflict } from "@/server/calcom/conflicts/commands/take-over-conflict";
import { platformClient } from "@/server/core/db";
import { DAY, MINUTE } from "@/server/core/time";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import {
  appointmentRow,
  book,
  type ConnectedCompany,
  jobFor,
  mapRow,
  standing,
  steer,
  there,
  withSandbox,
} from "./connected-company";
import { createListeningCompany, deliver, mapsOf, processAll, withDoor } from "./inbound-deliveries";

let now = NOW;
withSandbox({ now: () => now });
withDoor();
let ours: ConnectedCompany;

beforeEach(async () => {
  now = NOW;
  ours = await createListeningCompany();
});

const owner = () => ({ ...ownerOf(ours.company), now });
const push = (appointmentId: string) => pushAppointment(jobFor(ours, now), { appointmentId });
const lengths = (lengthInMinutesOptions: number[]) => {
  const type = { title: "Haarschnitt", slug: "haarschnitt", lengthInMinutes: 30, lengthInMinutesOptions };
  return hostId().then((ownerId) =>
    steer("/calcom/seed", { apiKey: ours.apiKey, eventTypes: [{ ...type, id: ours.eventTypeId, ownerId }] }),
  );
};
const hostId = async () =>
  (await steer("/calcom")).eventTypes.find(({ id }: { id: number }) => id === ours.eventTypeId).ownerId;

/** Of this nobody is told over there; a name that is none makes us look. */
async function editThere(uid: string, changes: object) {
  now = new Date(now.getTime() + MINUTE);
  await steer(`/bookings/${uid}/edit`, changes);
  await deliver(ours, { triggerEvent: "BOOKING_UPDATED", createdAt: now.toISOString(), payload: { uid } });
  return processAll(ours, now);
}

async function booked() {
  const appointmentId = await book(ours);
  await push(appointmentId);
  await processAll(ours, now);
  return { appointmentId, uid: (await mapRow(appointmentId)).calcomBookingUid ?? "" };
}

describe("a booking that became longer over there", () => {
  it("is as long here, and stays so", async () => {
    const { appointmentId, uid } = await booked();
    expect(await editThere(uid, { lengthInMinutes: 45 })).toContainEqual({ state: "followed" });
    expect(await appointmentRow(appointmentId)).toMatchObject({ endsAt: wednesdayAt(10, 45) });
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await there(ours)).toHaveLength(1);
  });

  it("waits for a person where somebody is in the way here", async () => {
    const { uid } = await booked();
    await book(ours, { startsAt: wednesdayAt(10, 30) });
    const kept = { state: "kept_for_person", reason: "slot_taken" };
    expect(await editThere(uid, { lengthInMinutes: 45 })).toContainEqual(kept);
  });
});

describe("an appointment that became longer here", () => {
  const resize = (appointmentId: string, durationMinutes: number) =>
    rescheduleAppointment(owner(), { appointmentId, newStartsAt: wednesdayAt(10), durationMinutes, isConfirmed: true });

  it("is booked anew as long, where it can be", async () => {
    await lengths([30, 45]);
    const { appointmentId } = await booked();
    await resize(appointmentId, 45);
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await standing(ours)).toMatchObject([{ end: wednesdayAt(10, 45).toISOString() }]);
  });

  it("is known as ours when it is booked anew after a visit that is over, and told of before its answer comes", async () => {
    await lengths([30, 45]);
    const { appointmentId } = await booked();
    now = wednesdayAt(20);
    const newStartsAt = new Date(wednesdayAt(11).getTime() + DAY);
    const later = { appointmentId, newStartsAt, durationMinutes: 45, isConfirmed: true };
    await rescheduleAppointment(owner(), later);
    await steer("/faults", { provider: "calcom", kind: "lost_answer", method: "POST", count: 1 });
    await expect(push(appointmentId)).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
    expect(await processAll(ours, now)).toContainEqual({ state: "echo" });
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await mapsOf(ours)).toMatchObject([{ appointmentId, driftStatus: "synced" }]);
    expect((await there(ours)).map(({ start }) => start)).toContain(newStartsAt.toISOString());
  });

  it("stays there as it is where it can't be, and that is shown", async () => {
    const { appointmentId, uid } = await booked();
    await resize(appointmentId, 45);
    expect(await push(appointmentId)).toMatchObject({ state: "failed" });
    expect(await standing(ours)).toMatchObject([{ uid, status: "accepted" }]);
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "failed" });
  });
});

describe("whom it is for", () => {
  const someone = { name: "Nora Neumann", email: "nora@example.com", phoneNumber: "+4915112345678" };

  it("is never changed unasked, and becomes theirs when somebody says so", async () => {
    const { appointmentId, uid } = await booked();
    const kept = { state: "kept_for_person", reason: "attendee_changed" };
    expect(await editThere(uid, { attendee: someone })).toContainEqual(kept);
    const map = await mapRow(appointmentId);
    expect(map).toMatchObject({ driftStatus: "manual_review", driftKind: "attendee_mismatch" });
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "drift" });
    await takeOverConflict(owner(), { conflictId: map.id });
    const where = { id: ours.customer.id };
    const customer = await platformClient().customer.findFirstOrThrow({ where, include: { customerPhones: true } });
    expect(customer).toMatchObject({ firstName: "Nora", lastName: "Neumann", email: "nora@example.com" });
    expect(customer.customerPhones.map(({ e164 }) => e164)).toContain("+4915112345678");
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "synced" });
    expect(await editThere(uid, { attendee: someone })).toContainEqual({ state: "known" });
  });

  it("becomes theirs without a number that is none, and their own stays", async () => {
    const { appointmentId, uid } = await booked();
    await editThere(uid, { attendee: { ...someone, phoneNumber: "siehe Notiz" } });
    await takeOverConflict(owner(), { conflictId: (await mapRow(appointmentId)).id });
    const where = { customerId: ours.customer.id };
    const [phone, ...others] = await platformClient().customerPhone.findMany({ where });
    expect([phone?.e164, others]).toEqual([expect.stringMatching(/^[+]49/), []]);
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "synced" });
  });

  it("is asked also when it moved at the same time, which is followed", async () => {
    const { appointmentId, uid } = await booked();
    const both = { attendee: someone, lengthInMinutes: 45 };
    expect(await editThere(uid, both)).toContainEqual({ state: "kept_for_person", reason: "attendee_changed" });
    expect(await appointmentRow(appointmentId)).toMatchObject({ endsAt: wednesdayAt(10, 45) });
  });
});

it("asks a person when somebody did come after all", async () => {
  const { appointmentId, uid } = await booked();
  now = wednesdayAt(10, 5);
  await steer(`/bookings/${uid}/no-show`, {});
  await processAll(ours, now);
  expect(await appointmentRow(appointmentId)).toMatchObject({ status: "no_show" });
  now = wednesdayAt(10, 10);
  await steer(`/bookings/${uid}/no-show`, {});
  await processAll(ours, now);
  const map = await mapRow(appointmentId);
  expect(map).toMatchObject({ driftStatus: "manual_review", reviewReason: "came_after_all" });
  await takeOverConflict(owner(), { conflictId: map.id });
  expect(await appointmentRow(appointmentId)).toMatchObject({ status: "confirmed", calcomSyncStatus: "synced" });
});
