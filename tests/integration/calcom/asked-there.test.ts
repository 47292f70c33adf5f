import { beforeEach, expect, it } from "vitest";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { confirmAppointment } from "@/server/appointments/commands/change-status";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { platformClient } from "@/server/core/db";
import { NOW, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { appointmentRow, type ConnectedCompany, jobFor, steer, there, withSandbox } from "./connected-company";
import { bookThere, createListeningCompany, deliver, processAll, toldByUs, withDoor } from "./inbound-deliveries";

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
const hostId = async () =>
  (await steer("/calcom")).eventTypes.find(({ id }: { id: number }) => id === ours.eventTypeId).ownerId;

/** A booking that somebody over there, or here, has to confirm. */
async function asked() {
  const type = {
    title: "Haarschnitt",
    slug: "haarschnitt",
    lengthInMinutes: 30,
    confirmationPolicy: { type: "always" },
  };
  const ownerId = await hostId();
  await steer("/calcom/seed", { apiKey: ours.apiKey, eventTypes: [{ ...type, id: ours.eventTypeId, ownerId }] });
  const { uid } = await bookThere(ours, { at: wednesdayAt(10) });
  expect(await processAll(ours, now)).toContainEqual({ state: "created" });
  const { appointmentId } = await platformClient().calcomEventMap.findFirstOrThrow({
    where: { calcomBookingUid: uid },
  });
  expect(await appointmentRow(appointmentId ?? "")).toMatchObject({ status: "pending" });
  return { uid, appointmentId: appointmentId ?? "" };
}
const stateOf = async (uid: string) => (await there(ours)).find((one) => one.uid === uid)?.status;

it("is confirmed there once it is here", async () => {
  const { uid, appointmentId } = await asked();
  expect(await push(appointmentId)).toEqual({ state: "synced" });
  expect(await stateOf(uid)).toBe("pending");
  await confirmAppointment(owner(), { appointmentId });
  expect(await push(appointmentId)).toEqual({ state: "synced" });
  expect(await stateOf(uid)).toBe("accepted");
  expect(new Set((await processAll(ours, now)).map(({ state }) => state))).toEqual(new Set(["known"]));
});

it("is declined there when it is cancelled here", async () => {
  const { uid, appointmentId } = await asked();
  await cancelAppointment(owner(), { appointmentId, reason: null, isConfirmed: true, notifyCustomer: false });
  expect(await push(appointmentId)).toEqual({ state: "synced" });
  expect(await stateOf(uid)).toBe("rejected");
});

it("is confirmed here and ends here as it does there", async () => {
  const { uid, appointmentId } = await asked();
  await steer(`/bookings/${uid}/confirm`, {});
  expect(await processAll(ours, now)).toContainEqual({ state: "followed" });
  expect(await appointmentRow(appointmentId)).toMatchObject({ status: "confirmed" });
  expect(await toldByUs(ours)).toEqual([]);
});

it("is confirmed, and the customer told, by us when somebody does it here", async () => {
  const { appointmentId } = await asked();
  await confirmAppointment(owner(), { appointmentId });
  expect(await toldByUs(ours)).toEqual(["appointment/confirmed"]);
});

it("took place when it has ended there, of which nobody is told", async () => {
  const { uid, appointmentId } = await asked();
  now = wednesdayAt(11);
  await deliver(ours, { triggerEvent: "MEETING_ENDED", uid });
  await processAll(ours, now);
  expect(await appointmentRow(appointmentId)).toMatchObject({ status: "completed" });
  expect(await toldByUs(ours)).toEqual([]);
});

it("is written once, though the answer to its confirmation was lost", async () => {
  const { uid, appointmentId } = await asked();
  await confirmAppointment(owner(), { appointmentId });
  await steer("/faults", { provider: "calcom", kind: "lost_answer", count: 1, rate: 1 });
  await expect(push(appointmentId)).rejects.toMatchObject({ code: "INTEGRATION_UNAVAILABLE" });
  expect(await push(appointmentId)).toEqual({ state: "synced" });
  expect(await stateOf(uid)).toBe("accepted");
});
