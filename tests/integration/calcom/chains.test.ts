import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { takeOverConflict } from "@/server/calcom/conflicts/commands/take-over-conflict";
import { ownerOf } from "../../support/actors";
import { wednesdayAt, wishOf } from "../../support/booking";
import { createColour, hostIds } from "./colour-visit";
import {
  appointmentRow,
  type ConnectedCompany,
  jobFor,
  standing,
  steer,
  there,
  withSandbox,
} from "./connected-company";
import { cancelThere, createListeningCompany, mapsOf, moveThere, processAll, withDoor } from "./inbound-deliveries";

withSandbox();
withDoor();
let ours: ConnectedCompany;
let appointmentId: string;

beforeEach(async () => {
  await steer("/faults", undefined, "DELETE");
  ours = await createListeningCompany();
  const service = await createColour(ours);
  const wish = { ...wishOf(ours), serviceId: service.id, staffId: null };
  ({
    appointment: { id: appointmentId },
  } = await bookAppointment(ownerOf(ours.company), wish));
});

const push = () => pushAppointment(jobFor(ours), { appointmentId });
const move = (newStartsAt: Date) =>
  rescheduleAppointment(ownerOf(ours.company), { appointmentId, newStartsAt, isConfirmed: true });
const times = async () =>
  (await standing(ours)).map(({ start, end }) => [start, end]).sort(([a = ""], [b = ""]) => a.localeCompare(b));
const span = (hours: number, minutes: number, length: number) => [
  wednesdayAt(hours, minutes).toISOString(),
  wednesdayAt(hours, minutes + length).toISOString(),
];

describe("a visit of several parts", () => {
  it("is one booking for each part with somebody, and one row for each", async () => {
    expect(await push()).toEqual({ state: "synced" });
    expect(await times()).toEqual([span(10, 0, 45), span(11, 15, 30)]);
    const rows = await mapsOf(ours);
    expect(rows.map(({ segmentPosition }) => segmentPosition).sort()).toEqual([0, 1]);
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "synced", calcomSyncedVersion: 1 });
    expect(await push()).toEqual({ state: "synced" });
    expect(await there(ours)).toHaveLength(2);
  });

  it("moves as a whole, also into its own time, in either direction", async () => {
    await push();
    await move(wednesdayAt(11));
    expect(await push()).toEqual({ state: "synced" });
    expect(await times()).toEqual([span(11, 0, 45), span(12, 15, 30)]);
    await move(wednesdayAt(10, 15));
    expect(await push()).toEqual({ state: "synced" });
    expect(await times()).toEqual([span(10, 15, 45), span(11, 30, 30)]);
  });

  it("is cancelled as a whole", async () => {
    await push();
    const cancel = { appointmentId, reason: "krank", isConfirmed: true, notifyCustomer: false };
    await cancelAppointment(ownerOf(ours.company), cancel);
    expect(await push()).toEqual({ state: "synced" });
    expect(await standing(ours)).toEqual([]);
  });

  it("is there once, though an answer was lost in the middle", async () => {
    await steer("/faults", { provider: "calcom", kind: "lost_answer", count: 1, rate: 1 });
    await expect(push()).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
    expect(await push()).toEqual({ state: "synced" });
    expect(await times()).toEqual([span(10, 0, 45), span(11, 15, 30)]);
    expect(await there(ours)).toHaveLength(2);
  });

  it("shows a part that is refused there, and writes the others", async () => {
    const { users } = await steer("/calcom");
    const [userId] = await hostIds(ours, users);
    const busy = { title: "Zahnarzt", start: wednesdayAt(11).toISOString(), end: wednesdayAt(12).toISOString() };
    const { id } = await steer("/busy-times", { userId, ...busy });
    expect(await push()).toMatchObject({ state: "failed" });
    expect(await times()).toEqual([span(10, 0, 45)]);
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "failed" });
    await steer(`/busy-times/${id}`, undefined, "DELETE");
    expect(await push()).toEqual({ state: "synced" });
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "synced", calcomSyncError: null });
  });
});

describe("a part that was changed over there", () => {
  const partAt = async (position: number) =>
    (await mapsOf(ours)).find(({ segmentPosition }) => segmentPosition === position)?.calcomBookingUid ?? "";

  it("takes the whole visit with it, here and there", async () => {
    await push();
    await moveThere(await partAt(1), wednesdayAt(13, 15));
    expect(await processAll(ours)).toContainEqual({ state: "followed" });
    expect(await appointmentRow(appointmentId)).toMatchObject({
      startsAt: wednesdayAt(12),
      calcomSyncStatus: "pending",
    });
    expect(await push()).toEqual({ state: "synced" });
    expect(await times()).toEqual([span(12, 0, 45), span(13, 15, 30)]);
  });

  it("waits for a person where the whole can't follow; taken over later it does", async () => {
    await push();
    const taken = await bookAppointment(ownerOf(ours.company), wishOf(ours, wednesdayAt(14)));
    await moveThere(await partAt(0), wednesdayAt(12, 45));
    expect(await processAll(ours)).toContainEqual(expect.objectContaining({ state: "kept_for_person" }));
    expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(10), calcomSyncStatus: "drift" });
    expect(await push()).toMatchObject({ state: "failed" });
    expect(await appointmentRow(appointmentId)).toMatchObject({ calcomSyncStatus: "drift" });
    const cancel = { reason: null, isConfirmed: true, notifyCustomer: false };
    await cancelAppointment(ownerOf(ours.company), { ...cancel, appointmentId: taken.appointment.id });
    const conflict = (await mapsOf(ours)).find(({ reviewReason }) => reviewReason !== null);
    await takeOverConflict(ownerOf(ours.company), { conflictId: conflict?.id ?? "" });
    expect(await push()).toEqual({ state: "synced" });
    expect(await times()).toEqual([span(12, 45, 45), span(14, 0, 30)]);
  });

  it("ends the whole visit, when it was cancelled", async () => {
    await push();
    await cancelThere(await partAt(1));
    expect(await processAll(ours)).toContainEqual({ state: "followed" });
    expect(await appointmentRow(appointmentId)).toMatchObject({ status: "cancelled" });
    await push();
    expect(await standing(ours)).toEqual([]);
  });
});
