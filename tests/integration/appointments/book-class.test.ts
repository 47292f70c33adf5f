import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createCustomer, createService } from "../../support/factories";
import { createSession } from "../../support/scheduling";

let ours: BookableCompany;
let yoga: Awaited<ReturnType<typeof createService>>;
beforeEach(async () => {
  ours = await createBookableCompany();
  yoga = await createService(ours.company, { name: "Yoga", durationMinutes: 60, capacity: 12, priceCents: 1500 });
});

const owner = () => ownerOf(ours.company);
const session = (hours: number, capacity: number) =>
  createSession(ours.company, {
    ...{ serviceId: yoga.id, staffId: ours.staff.id, capacity },
    ...{ startsAt: wednesdayAt(hours), endsAt: wednesdayAt(hours + 1) },
  });
const placeIn = (classSessionId: string, hours: number, partySize = 1) => ({
  ...wishOf(ours, wednesdayAt(hours)),
  ...{ serviceId: yoga.id, staffId: null, classSessionId, partySize },
});
const placesOf = async (id: string) =>
  (await platformClient().classSession.findUniqueOrThrow({ where: { id } })).placesTaken;

it("takes places and nobody's time a second time", async () => {
  const { id } = await session(10, 5);
  const { appointment } = await bookAppointment(owner(), placeIn(id, 10, 2));
  expect(appointment).toMatchObject({ startsAt: wednesdayAt(10), endsAt: wednesdayAt(11) });
  expect(await placesOf(id)).toBe(2);
  await expect(bookAppointment(owner(), placeIn(id, 10, 4))).rejects.toMatchObject({
    code: "APPOINTMENT_CONFLICT",
    reason: "class_full",
  });
  const { companyId } = ours.company;
  expect(await platformClient().staffOccupancy.count({ where: { companyId, appointmentId: appointment.id } })).toBe(0);
  expect(await platformClient().appointment.findUniqueOrThrow({ where: { id: appointment.id } })).toMatchObject({
    classSessionId: id,
  });
});

it("gives the last place to one of 30 at the same moment", async () => {
  const { id } = await session(10, 3);
  await bookAppointment(owner(), placeIn(id, 10, 2));
  const customers = await Promise.all(Array.from({ length: 30 }, () => createCustomer(ours.company, { phone: null })));
  const outcomes = await Promise.allSettled(
    customers.map((customer) => bookAppointment(owner(), { ...placeIn(id, 10), customerId: customer.id })),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const codes = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(new Set(codes)).toEqual(new Set(["APPOINTMENT_CONFLICT"]));
  expect(await placesOf(id)).toBe(3);
  expect(await platformClient().appointment.count({ where: { classSessionId: id } })).toBe(2);
});

it("moves to another session with all of its places, and gives them back when it is cancelled", async () => {
  const [early, late] = [await session(10, 5), await session(14, 2)];
  const { appointment } = await bookAppointment(owner(), placeIn(early.id, 10, 2));
  const move = { appointmentId: appointment.id, newStartsAt: wednesdayAt(14), isConfirmed: true };
  await rescheduleAppointment(owner(), move);
  expect([await placesOf(early.id), await placesOf(late.id)]).toEqual([0, 2]);
  await cancelAppointment(owner(), { appointmentId: appointment.id, isConfirmed: true, notifyCustomer: false });
  expect([await placesOf(early.id), await placesOf(late.id)]).toEqual([0, 0]);
});

it("stays where it is when the other session has too few places", async () => {
  const [early, late] = [await session(10, 5), await session(14, 1)];
  const { appointment } = await bookAppointment(owner(), placeIn(early.id, 10, 2));
  const move = { appointmentId: appointment.id, newStartsAt: wednesdayAt(14), isConfirmed: true };
  await expect(rescheduleAppointment(owner(), move)).rejects.toMatchObject({ reason: "class_full" });
  expect([await placesOf(early.id), await placesOf(late.id)]).toEqual([2, 0]);
});

it("is offered only while there is a session", async () => {
  await expect(bookAppointment(owner(), { ...placeIn(yoga.id, 10), classSessionId: null })).rejects.toMatchObject({
    reason: "no_session",
  });
});
