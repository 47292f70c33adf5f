import { beforeEach, expect, it } from "vitest";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
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
import { cancelThere, moveThere } from "./inbound-deliveries";

let now = NOW;
withSandbox({ now: () => now });
let ours: ConnectedCompany;
let appointmentId: string;
let uid: string;

const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const push = () => pushAppointment(jobFor(ours, now), { appointmentId });
const moveHere = (newStartsAt: Date) =>
  rescheduleAppointment(ownerOf(ours.company, now), { appointmentId, newStartsAt, isConfirmed: true });

/** Written there; then nothing of what happens there is told. */
beforeEach(async () => {
  now = NOW;
  await steer("/faults", undefined, "DELETE");
  ours = await createConnectedCompany();
  appointmentId = await book(ours);
  expect(await push()).toEqual({ state: "synced" });
  uid = (await mapRow(appointmentId)).calcomBookingUid ?? "";
});

it("does not book again what was called off there after it was moved here", async () => {
  now = minutesLater(1);
  await moveHere(wednesdayAt(12));
  now = minutesLater(2);
  await cancelThere(uid);
  expect(await push()).toEqual({ state: "synced" });
  expect(await appointmentRow(appointmentId)).toMatchObject({ status: "cancelled" });
  expect(await standing(ours)).toEqual([]);
});

it("leaves it where it was moved to there after it was moved here", async () => {
  now = minutesLater(1);
  await moveHere(wednesdayAt(12));
  now = minutesLater(2);
  await moveThere(uid, wednesdayAt(15));
  expect(await push()).toEqual({ state: "synced" });
  expect(await appointmentRow(appointmentId)).toMatchObject({ status: "confirmed", startsAt: wednesdayAt(15) });
  expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(15).toISOString() }]);
});

it("moves it where it was moved to here after it was moved there", async () => {
  now = minutesLater(1);
  await moveThere(uid, wednesdayAt(15));
  now = minutesLater(2);
  await moveHere(wednesdayAt(12));
  expect(await push()).toEqual({ state: "synced" });
  expect(await appointmentRow(appointmentId)).toMatchObject({ startsAt: wednesdayAt(12) });
  expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(12).toISOString() }]);
});

it("asks a person where what was done there can't be done here", async () => {
  await book(ours, { startsAt: wednesdayAt(15) });
  now = minutesLater(1);
  await moveHere(wednesdayAt(12));
  now = minutesLater(2);
  await moveThere(uid, wednesdayAt(15));
  expect(await push()).toMatchObject({ state: "failed" });
  expect(await mapRow(appointmentId)).toMatchObject({ driftStatus: "manual_review", reviewReason: "slot_taken" });
  expect(await standing(ours)).toMatchObject([{ start: wednesdayAt(15).toISOString() }]);
});
