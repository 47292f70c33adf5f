import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { pushAppointment } from "@/server/calcom/commands/push-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { HOUR } from "@/server/core/time";
import { jobOf, NOW, ownerOf } from "../../support/actors";
import { wednesdayAt, wishOf } from "../../support/booking";
import { createCustomer, createService } from "../../support/factories";
import { createSession } from "../../support/scheduling";
import {
  appointmentRow,
  type ConnectedCompany,
  createConnectedCompany,
  jobFor,
  standing,
  steer,
  there,
  withSandbox,
} from "./connected-company";
import { moveThere } from "./inbound-deliveries";
import { reconcile } from "./reconciling";

withSandbox();
let ours: ConnectedCompany;
let yoga: Awaited<ReturnType<typeof createService>>;

beforeEach(async () => {
  ours = await createConnectedCompany();
  yoga = await createService(ours.company, { name: "Yoga", durationMinutes: 60, capacity: 12 });
  const { eventTypes } = await steer("/calcom");
  const { ownerId } = eventTypes.find(({ id }: { id: number }) => id === ours.eventTypeId);
  const id = ours.eventTypeId * 1000;
  const type = { title: "Yoga", slug: "yoga", lengthInMinutes: 60, hidden: true };
  await steer("/calcom/seed", { apiKey: ours.apiKey, eventTypes: [{ ...type, id, ownerId }] });
  await platformClient().teamEventTypeMapping.create({
    data: {
      ...{ id: newId(), companyId: ours.company.companyId, title: "Yoga", slug: "yoga", lengthMinutes: 60 },
      ...{ calcomEventTypeId: id, serviceId: yoga.id, staffId: ours.staff.id },
    },
  });
});

const session = async (hours: number) => {
  const times = { startsAt: wednesdayAt(hours), endsAt: wednesdayAt(hours + 1) };
  return (await createSession(ours.company, { serviceId: yoga.id, staffId: ours.staff.id, capacity: 12, ...times })).id;
};
async function place(classSessionId: string, hours: number): Promise<string> {
  const customer = await createCustomer(ours.company);
  const wish = { ...wishOf({ ...ours, customer }, wednesdayAt(hours)), serviceId: yoga.id, staffId: null };
  return (await bookAppointment(ownerOf(ours.company), { ...wish, classSessionId, partySize: 1 })).appointment.id;
}
const push = (appointmentId: string) => pushAppointment(jobFor(ours), { appointmentId });
const cancel = (appointmentId: string) =>
  cancelAppointment(ownerOf(ours.company), { appointmentId, reason: null, isConfirmed: true, notifyCustomer: false });
/** Who was asked for in the outbox since then: the job would push them. */
async function pushAsked(): Promise<string[]> {
  const where = { companyId: ours.company.companyId, name: "calcom/sync.requested" };
  const rows = await platformClient().outboxEvent.findMany({ where });
  const ids = [...new Set(rows.map(({ payload }) => (payload as { appointmentId: string }).appointmentId))];
  for (const id of ids) await push(id);
  return ids;
}

it("is one booking for the session, however many take part and in whatever order they are written", async () => {
  const id = await session(10);
  const [first, second, third] = [await place(id, 10), await place(id, 10), await place(id, 10)];
  for (const each of [second, third, first, second, third]) await push(each);
  const [booking, ...others] = await there(ours);
  expect(others).toEqual([]);
  expect(booking).toMatchObject({ status: "accepted", start: wednesdayAt(10).toISOString() });
  for (const each of [first, second, third]) {
    expect(await appointmentRow(each)).toMatchObject({ calcomSyncStatus: "synced", calcomBookingUid: booking?.uid });
  }
});

it("goes over to another place when the one that carries it is cancelled, and ends with the last", async () => {
  const id = await session(10);
  const [first, second] = [await place(id, 10), await place(id, 10)];
  for (const each of [first, second]) await push(each);
  await cancel(first);
  await push(second);
  expect(await there(ours)).toHaveLength(1);
  await push(first);
  expect(await pushAsked()).toEqual([second]);
  expect(await standing(ours)).toMatchObject([{ metadata: { appointmentId: second } }]);
  await cancel(second);
  await push(second);
  expect(await standing(ours)).toEqual([]);
});

it("moves a place to another session without taking the class with it", async () => {
  const [morning, noon] = [await session(10), await session(13)];
  const [first, second, other] = [await place(morning, 10), await place(morning, 10), await place(noon, 13)];
  for (const each of [first, second, other]) await push(each);
  const move = { appointmentId: first, newStartsAt: wednesdayAt(13), classSessionId: noon, isConfirmed: true };
  await rescheduleAppointment(ownerOf(ours.company), move);
  await push(first);
  await pushAsked();
  const starts = (await standing(ours)).map(({ start }) => start).sort();
  expect(starts).toEqual([wednesdayAt(10).toISOString(), wednesdayAt(13).toISOString()]);
});

it("asks for nobody else where the place that would carry a session was refused", async () => {
  const { eventTypes } = await steer("/calcom");
  const { ownerId: userId } = eventTypes.find(({ id }: { id: number }) => id === ours.eventTypeId);
  const [morning, noon] = [await session(10), await session(13)];
  for (const hours of [10, 13]) {
    const busy = {
      title: "Vertretung",
      start: wednesdayAt(hours).toISOString(),
      end: wednesdayAt(hours + 1).toISOString(),
    };
    await steer("/busy-times", { userId, ...busy });
  }
  const carriers = [await place(morning, 10), await place(noon, 13)];
  const others = [await place(morning, 10), await place(noon, 13)];
  for (const each of carriers) expect(await push(each)).toMatchObject({ state: "failed" });
  for (const each of others) expect(await push(each)).toEqual({ state: "not_linked" });
  expect(await pushAsked()).toEqual([]);
  expect(await standing(ours)).toEqual([]);
});

it("is written by another place where the first one's booking has passed, and it was cancelled here", async () => {
  const id = await session(10);
  const first = await place(id, 10);
  await push(first);
  const { calcomBookingUid } = await appointmentRow(first);
  await moveThere(calcomBookingUid ?? "", new Date(NOW.getTime() + HOUR));
  const later = new Date(NOW.getTime() + 3 * HOUR);
  await reconcile(ours, { now: later });
  await cancel(first);
  const second = await place(id, 10);
  await pushAppointment(jobOf(ours.company, "sync-appointment-to-calcom", later), { appointmentId: second });
  expect(await appointmentRow(second)).toMatchObject({ calcomSyncStatus: "synced" });
  expect(await standing(ours)).toContainEqual(expect.objectContaining({ start: wednesdayAt(10).toISOString() }));
});
