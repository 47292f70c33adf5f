import { beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
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
  there,
  withSandbox,
} from "./connected-company";
import {
  appointmentsOf,
  bookThere,
  cancelThere,
  createListeningCompany,
  deliveriesOf,
  mapsOf,
  moveThere,
  processAll,
  processOne,
  received,
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

describe("a booking that is made over there", () => {
  it("becomes an appointment by the same command, with its customer, and does not go back", async () => {
    const booking = await bookThere(ours, { at: wednesdayAt(10) });
    expect(await states()).toEqual(["created"]);
    const [appointment, ...others] = await appointmentsOf(ours);
    expect(others).toEqual([]);
    expect(appointment).toMatchObject({
      ...{ startsAt: wednesdayAt(10), endsAt: wednesdayAt(10, 30), status: "confirmed", source: "calcom" },
      ...{ serviceId: ours.service.id, staffId: ours.staff.id },
      ...{ calcomBookingUid: booking.uid, calcomSyncStatus: "synced", calcomSyncedVersion: 1 },
    });
    const customer = await platformClient().customer.findUniqueOrThrow({
      where: { id: appointment?.customerId ?? "" },
    });
    expect(customer).toMatchObject({ firstName: "Nina", lastName: "Neu", email: "nina@example.com" });
    expect(await push(appointment?.id ?? "")).toEqual({ state: "synced" });
    expect(await there(ours)).toHaveLength(1);
    const audited = await platformClient().activityLog.findFirstOrThrow({
      where: { companyId: ours.company.companyId, subjectId: appointment?.id ?? "" },
    });
    expect(audited).toMatchObject({ actor: { kind: "calcom" } });
    expect(await deliveriesOf(ours)).toMatchObject([{ status: "processed", eventType: "BOOKING_CREATED" }]);
  });

  it("lies between the slots that we offer, when it was booked so there", async () => {
    await bookThere(ours, { at: wednesdayAt(10, 10) });
    expect(await states()).toEqual(["created"]);
  });

  it("is for the customer who has this number, whatever the notation", async () => {
    const known = await createCustomer(ours.company, { lastName: "Neu", firstName: "Nina", phone: "+4915112345678" });
    const attendee = { name: "Nina Neu", phoneNumber: "+4915112345678", timeZone: "Europe/Berlin" };
    await bookThere(ours, { at: wednesdayAt(11), attendee });
    expect(await states()).toEqual(["created"]);
    expect(await appointmentsOf(ours)).toMatchObject([{ customerId: known.id }]);
  });

  it("follows from move to cancellation, also when only the last is heard of", async () => {
    const first = await bookThere(ours, { at: wednesdayAt(10) });
    await processAll(ours, now);
    later(1);
    const second = await moveThere(first.uid, wednesdayAt(12));
    later(1);
    const third = await moveThere(second.uid, wednesdayAt(14));
    const [, , last] = await received(ours);
    expect(await processOne(ours, last?.deliveryId ?? "", now)).toEqual({ state: "followed" });
    expect(await appointmentsOf(ours)).toMatchObject([
      { startsAt: wednesdayAt(14), calcomBookingUid: third.uid, moveCount: 1 },
    ]);
    expect(await states()).toEqual(["known", "known", "known"]);
    later(1);
    await cancelThere(third.uid);
    expect((await states()).at(-1)).toBe("followed");
    expect(await appointmentsOf(ours)).toMatchObject([{ status: "cancelled", cancellationReason: expect.any(String) }]);
    expect(await appointmentsOf(ours)).toHaveLength(1);
  });

  it("and was cancelled before we heard of it, leaves nothing here", async () => {
    const booking = await bookThere(ours, { at: wednesdayAt(10) });
    await cancelThere(booking.uid);
    expect(await states()).toEqual(["nothing", "nothing"]);
    expect(await appointmentsOf(ours)).toEqual([]);
  });

  it("with another company's marks in its metadata is a booking like any other", async () => {
    const theirs = await createListeningCompany();
    const appointmentId = await book(theirs);
    const metadata = { appointmentId, companyId: theirs.company.companyId, idemKey: "x" };
    await bookThere(ours, { at: wednesdayAt(15), metadata });
    expect(await states()).toEqual(["created"]);
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(10) });
  });
});

describe("our own write", () => {
  it("is recognised before and after its result is written down, and changes nothing", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    expect(await states()).toEqual(["known"]);
    await rescheduleAppointment(ownerOf(ours.company, now), {
      appointmentId,
      newStartsAt: wednesdayAt(15),
      isConfirmed: true,
    });
    await push(appointmentId);
    expect((await states()).at(-1)).toBe("known");
    const { version } = await appointmentRow(appointmentId);
    expect(version).toBe(2);
    expect(await appointmentsOf(ours)).toHaveLength(1);
    expect(await standing(ours)).toHaveLength(1);
  });

  it("is an echo while its result is not known, and a stranger's change waits for it", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    await processAll(ours, now);
    const { platformState, calcomBookingUid } = await mapRow(appointmentId);
    const begun = {
      action: "reschedule",
      uid: calcomBookingUid,
      eventTypeId: null,
      startsAt: wednesdayAt(12),
      idemKey: "k",
    };
    const until = new Date(Date.now() + 60_000);
    await platformClient().calcomEventMap.updateMany({
      where: { appointmentId },
      data: { platformState: { ...(platformState as object), begun, lease: { token: "t", until } } },
    });
    later(1);
    const moved = await moveThere(calcomBookingUid ?? "", wednesdayAt(12));
    expect((await states()).at(-1)).toBe("echo");
    later(1);
    await moveThere(moved.uid, wednesdayAt(13));
    expect((await states()).at(-1)).toBe("waiting");
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(10), version: 1 });
  });
});

describe("when both sides changed it", () => {
  it("whoever changed it last wins: theirs", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    const uid = (await mapRow(appointmentId)).calcomBookingUid ?? "";
    await rescheduleAppointment(ownerOf(ours.company, later(1)), {
      appointmentId,
      newStartsAt: wednesdayAt(15),
      isConfirmed: true,
    });
    later(1);
    await moveThere(uid, wednesdayAt(13));
    expect(await states()).toContain("followed");
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(13) });
    expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(13).toISOString() }]);
  });

  it("whoever changed it last wins: ours", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    const uid = (await mapRow(appointmentId)).calcomBookingUid ?? "";
    later(1);
    await moveThere(uid, wednesdayAt(13));
    await rescheduleAppointment(ownerOf(ours.company, later(1)), {
      appointmentId,
      newStartsAt: wednesdayAt(15),
      isConfirmed: true,
    });
    expect(await states()).toContain("kept_ours");
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(15) });
    expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(15).toISOString() }]);
  });

  it("and it was cancelled here, it waits for a person", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    const uid = (await mapRow(appointmentId)).calcomBookingUid ?? "";
    await cancelAppointment(ownerOf(ours.company, later(1)), {
      appointmentId,
      isConfirmed: true,
      notifyCustomer: false,
    });
    later(1);
    await moveThere(uid, wednesdayAt(13));
    expect(await processAll(ours, now)).toContainEqual({ state: "kept_for_person", reason: "cancelled_here" });
    expect(await mapsOf(ours)).toMatchObject([{ driftStatus: "manual_review", driftKind: "status_mismatch" }]);
    expect(await push(appointmentId)).toMatchObject({ state: "failed" });
    expect(await standing(ours)).toHaveLength(1);
  });
});
