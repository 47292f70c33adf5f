import { beforeEach, describe, expect, it } from "vitest";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { createBookableCompany, wednesdayAt } from "../../support/booking";
import { createCustomer } from "../../support/factories";
import {
  appointmentRow,
  book,
  type ConnectedCompany,
  connect,
  createConnectedCompany,
  createUnreachableCustomer,
  jobFor,
  mapRow,
  standing,
  steer,
  there,
  withSandbox,
} from "./connected-company";

withSandbox();
let ours: ConnectedCompany;

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
});

const push = (appointmentId: string) => pushAppointment(jobFor(ours), { appointmentId });
const move = (appointmentId: string, newStartsAt: Date, staffId?: string) =>
  rescheduleAppointment(ownerOf(ours.company), { appointmentId, newStartsAt, staffId, isConfirmed: true });
const cancel = (appointmentId: string) =>
  cancelAppointment(ownerOf(ours.company), {
    appointmentId,
    reason: "war unfreundlich",
    isConfirmed: true,
    notifyCustomer: true,
  });

describe("an appointment's copy", () => {
  it("is booked with the customer, the time and our id", async () => {
    const appointmentId = await book(ours);
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    const [booking, ...others] = await there(ours);
    expect(others).toEqual([]);
    expect(booking).toMatchObject({
      status: "accepted",
      start: wednesdayAt(10).toISOString(),
      end: wednesdayAt(10, 30).toISOString(),
      eventTypeId: ours.eventTypeId,
      metadata: { appointmentId, companyId: ours.company.companyId, idemKey: expect.any(String) },
      attendee: { name: "Maria Schäfer", phoneNumber: expect.any(String), timeZone: "Europe/Berlin", language: "de" },
    });
    expect(await appointmentRow(appointmentId)).toMatchObject({
      calcomBookingUid: booking?.uid,
      calcomSyncStatus: "synced",
      calcomSyncError: null,
      calcomSyncedVersion: 1,
    });
    expect(await mapRow(appointmentId)).toMatchObject({ calcomBookingUid: booking?.uid, driftStatus: "synced" });
  });

  it("gives the e-mail address of whoever has one", async () => {
    const customer = await createCustomer(ours.company, { email: "maria@example.com", language: "en" });
    await push(await book({ ...ours, customer }));
    expect(await there(ours)).toMatchObject([{ attendee: { email: "maria@example.com", language: "en" } }]);
  });

  it("moves with it, and its new uid is known", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    await move(appointmentId, wednesdayAt(15));
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    const [booking, ...others] = await standing(ours);
    expect(others).toEqual([]);
    expect(booking?.start).toBe(wednesdayAt(15).toISOString());
    expect(booking?.rescheduledFromUid).not.toBeNull();
    expect(await appointmentRow(appointmentId)).toMatchObject({
      calcomBookingUid: booking?.uid,
      calcomSyncedVersion: 2,
    });
  });

  it("changes calendars with the person", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    await move(appointmentId, wednesdayAt(10), ours.colleague.id);
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await standing(ours)).toMatchObject([{ eventTypeId: ours.colleagueTypeId, metadata: { appointmentId } }]);
    await move(appointmentId, wednesdayAt(10), ours.staff.id);
    await push(appointmentId);
    expect(await standing(ours)).toMatchObject([{ eventTypeId: ours.eventTypeId, metadata: { appointmentId } }]);
  });

  it("is cancelled with it, in words that the customer may read", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    await cancel(appointmentId);
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await there(ours)).toMatchObject([
      { status: "cancelled", cancellationReason: "Der Termin wurde abgesagt." },
    ]);
  });

  it("never comes to be for an appointment that was cancelled before", async () => {
    const appointmentId = await book(ours);
    await cancel(appointmentId);
    expect(await push(appointmentId)).toEqual({ state: "not_linked" });
    expect(await there(ours)).toEqual([]);
  });

  it("takes only the latest state when several changes come at once", async () => {
    const appointmentId = await book(ours);
    await move(appointmentId, wednesdayAt(11));
    await move(appointmentId, wednesdayAt(12));
    await push(appointmentId);
    expect(await there(ours)).toMatchObject([{ start: wednesdayAt(12).toISOString(), status: "accepted" }]);
  });

  it("is one, however often and however many push it", async () => {
    const appointmentId = await book(ours);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => push(appointmentId)));
    expect(outcomes.filter(({ state }) => state === "synced").length).toBeGreaterThan(0);
    expect(outcomes.every(({ state }) => state === "synced" || state === "waiting")).toBe(true);
    await push(appointmentId);
    expect(await there(ours)).toHaveLength(1);
  });

  it("is written again when somebody cancelled it there, and moved here afterwards", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    const [first] = await there(ours);
    await steer(`/bookings/${first?.uid}/cancel`, {});
    await move(appointmentId, wednesdayAt(15));
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(15).toISOString() }]);
  });

  it("is found again after it was moved there", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    const [first] = await there(ours);
    await steer(`/bookings/${first?.uid}/reschedule`, { start: wednesdayAt(17).toISOString() });
    await move(appointmentId, wednesdayAt(15));
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(15).toISOString(), metadata: { appointmentId } }]);
    await cancel(appointmentId);
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await standing(ours)).toEqual([]);
  });
});

describe("what Cal.com can't take", () => {
  it("stands here although the slot is taken there, and waits for a person", async () => {
    const attendee = { name: "Von drüben", timeZone: "Europe/Berlin", email: "web@example.com" };
    await steer("/bookings", { start: wednesdayAt(10).toISOString(), eventTypeId: ours.eventTypeId, attendee });
    const appointmentId = await book(ours);
    expect(await push(appointmentId)).toMatchObject({ state: "failed" });
    const said = "User either already has booking at this time or is not available";
    expect(await appointmentRow(appointmentId)).toMatchObject({
      status: "confirmed",
      calcomSyncStatus: "failed",
      calcomSyncError: said,
    });
    expect(await mapRow(appointmentId)).toMatchObject({
      driftStatus: "manual_review",
      driftKind: "missing_in_calcom",
      calcomState: { said },
    });
    await move(appointmentId, wednesdayAt(15));
    expect(await push(appointmentId)).toEqual({ state: "synced" });
    expect(await mapRow(appointmentId)).toMatchObject({ driftStatus: "synced", driftKind: null });
  });

  it("keeps the old booking when the new time is taken there", async () => {
    const appointmentId = await book(ours);
    await push(appointmentId);
    const attendee = { name: "Von drüben", timeZone: "Europe/Berlin", email: "web@example.com" };
    await steer("/bookings", { start: wednesdayAt(15).toISOString(), eventTypeId: ours.eventTypeId, attendee });
    await move(appointmentId, wednesdayAt(15));
    expect(await push(appointmentId)).toMatchObject({ state: "failed" });
    expect(await mapRow(appointmentId)).toMatchObject({ driftStatus: "manual_review", driftKind: "time_mismatch" });
    expect(await standing(ours)).toHaveLength(2);
  });

  it("says for whom and for what there is no event type", async () => {
    await platformClient().teamEventTypeMapping.deleteMany({ where: { companyId: ours.company.companyId } });
    const appointmentId = await book(ours);
    const reason = "no event type for Haarschnitt / Alex Muster";
    expect(await push(appointmentId)).toEqual({ state: "failed", reason });
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "failed", calcomSyncError: reason });
  });

  it("invents no address for a customer without one", async () => {
    const customer = await createUnreachableCustomer(ours);
    const appointmentId = await book({ ...ours, customer });
    const reason = "the customer has neither phone nor e-mail";
    expect(await push(appointmentId)).toEqual({ state: "failed", reason });
    expect(await there(ours)).toEqual([]);
  });

  it("shows a key that is no longer valid with the appointment and with the connection", async () => {
    await connect(ours, "cal_revoked");
    const appointmentId = await book(ours);
    expect(await push(appointmentId)).toEqual({ state: "failed", reason: "Your api key is not valid." });
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "failed" });
    const where = { companyId: ours.company.companyId };
    expect(await platformClient().integration.findMany({ where })).toMatchObject([
      { provider: "calcom", status: "error", lastError: "Your api key is not valid.", errorCount: 1 },
    ]);
  });
});

describe("a company without Cal.com", () => {
  it("has nothing to push", async () => {
    const others = await createBookableCompany();
    const appointmentId = await book(others);
    expect(await pushAppointment(jobFor(others), { appointmentId })).toEqual({ state: "not_linked" });
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "not_linked" });
  });

  it("is also one that has switched it off", async () => {
    const { companyId } = ours.company;
    await platformClient().integration.create({
      data: { id: newId(), companyId, provider: "calcom", status: "disabled" },
    });
    const appointmentId = await book(ours);
    expect(await push(appointmentId)).toEqual({ state: "not_linked" });
    expect(await there(ours)).toEqual([]);
  });

  it("can't push another company's appointment", async () => {
    const theirs = await createConnectedCompany();
    await expect(push(await book(theirs))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await there(theirs)).toEqual([]);
  });
});
