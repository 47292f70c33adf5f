import { beforeEach, describe, expect, it } from "vitest";
import { cancelSession } from "@/server/appointments/classes/commands/cancel-session";
import { moveSession } from "@/server/appointments/classes/commands/move-session";
import { substituteTeacher } from "@/server/appointments/classes/commands/substitute-teacher";
import { listParticipants } from "@/server/appointments/classes/queries/list-participants";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import { getSession } from "@/server/availability/classes/queries/list-sessions";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import { agentOf, ownerOf } from "../../support/actors";
import { wednesdayAt } from "../../support/booking";
import { type ClassCompany, createClassCompany, createSession, customersOf, placeWish } from "../../support/classes";
import { createService, createStaff } from "../../support/factories";

let world: ClassCompany;
let ctx: ReturnType<typeof ownerOf>;
let sessionId: string;
beforeEach(async () => {
  world = await createClassCompany();
  ctx = ownerOf(world.company);
  sessionId = await createSession(world);
});

const ten = wednesdayAt(10);
const book = (wish: { customerId?: string; partySize?: number } = {}) =>
  bookAppointment(ctx, placeWish(world, { sessionId, startsAt: ten, ...wish }));
const session = () => getSession(ctx, { classSessionId: sessionId });
const events = (name: string) =>
  platformClient().outboxEvent.findMany({
    where: { companyId: world.company.companyId, name },
    orderBy: { id: "asc" },
  });

/** Three people in it, one of them with a friend. */
async function fill() {
  const people = await customersOf(world.company, 3);
  const booked: string[] = [];
  for (const [nr, person] of people.entries()) {
    const { appointment } = await book({ customerId: person.id, partySize: nr === 0 ? 2 : 1 });
    booked.push(appointment.id);
  }
  return booked;
}

describe("a place", () => {
  it("is booked as an appointment with the class's time and teacher, and given back when it is cancelled", async () => {
    const { appointment } = await book({ partySize: 2 });
    expect(appointment).toMatchObject({ startsAt: ten, endsAt: wednesdayAt(11), staff: { id: world.teacher.id } });
    expect(await session()).toMatchObject({ placesTaken: 2 });
    expect(await listParticipants(ctx, { classSessionId: sessionId })).toMatchObject([
      { places: 2, status: "confirmed" },
    ]);
    await cancelAppointment(ctx, { appointmentId: appointment.id, isConfirmed: true, notifyCustomer: false });
    expect(await session()).toMatchObject({ placesTaken: 0 });
    expect(await listParticipants(ctx, { classSessionId: sessionId })).toMatchObject([
      { places: 0, status: "cancelled" },
    ]);
  });

  it("is there for six of thirty who want one at the same moment", async () => {
    const people = await customersOf(world.company, 30);
    const outcomes = await Promise.allSettled(people.map(({ id }) => book({ customerId: id })));
    const won = outcomes.filter(({ status }) => status === "fulfilled");
    expect(won).toHaveLength(6);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "APPOINTMENT_CONFLICT" });
    }
    expect(await session()).toMatchObject({ placesTaken: 6 });
    expect(await platformClient().appointment.count({ where: { classSessionId: sessionId } })).toBe(6);
  });

  it("is not given to a group that is larger than what is left", async () => {
    await book({ partySize: 4 });
    await expect(book({ partySize: 3 })).rejects.toMatchObject({ code: "APPOINTMENT_CONFLICT", reason: "class_full" });
    await book({ partySize: 2 });
    expect(await session()).toMatchObject({ placesTaken: 6 });
  });
});

describe("moving a session", () => {
  it("takes everybody along and tells each of them once", async () => {
    const booked = await fill();
    expect(
      await moveSession(ctx, {
        classSessionId: sessionId,
        version: 1,
        newStartsAt: wednesdayAt(15),
        isConfirmed: false,
      }),
    ).toEqual({
      participants: 3,
    });
    expect(await session()).toMatchObject({
      startsAt: wednesdayAt(15),
      endsAt: wednesdayAt(16),
      placesTaken: 4,
      version: 2,
    });
    for (const appointmentId of booked) {
      const moved = await getAppointment(ctx, { appointmentId });
      expect(moved).toMatchObject({ startsAt: wednesdayAt(15), endsAt: wednesdayAt(16), moveCount: 0, version: 2 });
      expect(moved.segments).toMatchObject([{ startsAt: wednesdayAt(15) }]);
    }
    const told = await events("appointment/rescheduled");
    expect(told.map(({ payload }) => (payload as { appointmentId: string }).appointmentId).sort()).toEqual(
      booked.sort(),
    );
    await expect(book()).rejects.toMatchObject({ code: "APPOINTMENT_CONFLICT" });
  });

  it("is all or nothing", async () => {
    const booked = await fill();
    const { company, customer, teacher } = world;
    const single = await createService(company, { name: "Massage" });
    const wish = { customerId: customer.id, branchId: company.branchId, serviceId: single.id, staffId: teacher.id };
    await bookAppointment(ctx, { ...wish, startsAt: wednesdayAt(15, 30), source: "portal" });
    const move = moveSession(ctx, { classSessionId: sessionId, newStartsAt: wednesdayAt(15), isConfirmed: false });
    await expect(move).rejects.toMatchObject({ code: "APPOINTMENT_CONFLICT", reason: "teacher_taken" });
    expect(await session()).toMatchObject({ startsAt: ten, placesTaken: 4, version: 1 });
    expect(await getAppointment(ctx, { appointmentId: booked[0] ?? "" })).toMatchObject({ startsAt: ten, version: 1 });
    expect(await events("appointment/rescheduled")).toEqual([]);
    const late = moveSession(ctx, {
      classSessionId: sessionId,
      version: 7,
      newStartsAt: wednesdayAt(16),
      isConfirmed: false,
    });
    await expect(late).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
  });
});

it("gives a session to a substitute with everybody in it; nobody is told unless asked for", async () => {
  const [first = ""] = await fill();
  const other = await createStaff(world.company, { name: "Otto Oben" });
  const stranger = await createStaff(world.company, { serviceIds: [] });
  const to = (staffId: string) => substituteTeacher(ctx, { classSessionId: sessionId, staffId, isConfirmed: false });
  await expect(to(stranger.id)).rejects.toMatchObject({ reason: "staff_does_not_offer_it" });
  await to(other.id);
  expect(await session()).toMatchObject({ staff: { id: other.id }, placesTaken: 4 });
  expect(await getAppointment(ctx, { appointmentId: first })).toMatchObject({
    staff: { id: other.id },
    modifications: [{ type: "reassigned" }, { type: "created" }],
  });
  const told = await events("appointment/rescheduled");
  expect(told.map(({ payload }) => (payload as { notifyCustomer: boolean }).notifyCustomer)).toEqual([
    false,
    false,
    false,
  ]);
  await createSession(world, { time: "10:30" });
});

it("stays as it is where it is given to who teaches it already, or moved to when it begins", async () => {
  await fill();
  const about = { classSessionId: sessionId, isConfirmed: false };
  expect(await substituteTeacher(ctx, { ...about, staffId: world.teacher.id })).toEqual({ participants: 0 });
  expect(await moveSession(ctx, { ...about, newStartsAt: ten })).toEqual({ participants: 0 });
  expect(await events("appointment/rescheduled")).toEqual([]);
});

it("calls a session off with every place in it, and nobody gets in any more", async () => {
  const booked = await fill();
  expect(await cancelSession(ctx, { classSessionId: sessionId, reason: "Krank" })).toEqual({ participants: 3 });
  expect(await session()).toMatchObject({ placesTaken: 0, cancellationReason: "Krank", cancelledAt: expect.any(Date) });
  expect((await listParticipants(ctx, { classSessionId: sessionId })).map(({ status }) => status)).toEqual(
    booked.map(() => "cancelled"),
  );
  expect(await events("appointment/cancelled")).toHaveLength(3);
  await expect(book()).rejects.toMatchObject({ code: "APPOINTMENT_CONFLICT" });
  await expect(cancelSession(ctx, { classSessionId: sessionId })).rejects.toMatchObject({
    reason: "session_cancelled",
  });
  await createSession(world);
});

it("gives the deposits back when the business calls the session off, however late", async () => {
  const [appointmentId = ""] = await fill();
  const paid = { depositCents: 500, depositPaidCents: 500, depositPaidAt: ctx.now };
  await platformClient().appointment.update({ where: { id: appointmentId }, data: paid });
  await editPolicy(ctx, { policyType: "deposit", config: { refundableUntilHours: 8760 } });
  await cancelSession(ctx, { classSessionId: sessionId, reason: "Krank" });
  const { deposit } = await getAppointment(ctx, { appointmentId });
  expect(deposit).toMatchObject({ refundableCents: 500, withheldCents: 0 });
});

it("uses up none of the customer's free cancellations and moves when the business calls off or moves its class", async () => {
  await editPolicy(ctx, { policyType: "cancellation", config: { maxFreePerMonth: 1, violationAction: "block" } });
  const { appointment } = await book();
  await moveSession(ctx, { classSessionId: sessionId, newStartsAt: wednesdayAt(15), isConfirmed: false });
  await cancelSession(ctx, { classSessionId: sessionId, reason: "Krank" });
  const stats = await platformClient().appointmentModificationStat.findMany({
    where: { companyId: world.company.companyId },
  });
  expect(stats.map(({ appointmentId }) => appointmentId).sort()).toEqual([appointment.id, null].sort());
  for (const stat of stats)
    expect(stat).toMatchObject({ modificationCount: 2, cancellationCount: 0, rescheduleCount: 0 });
  sessionId = await createSession(world);
  const { appointment: next } = await book();
  const caller = agentOf(world.company, newId(), new Date(ten.getTime() - 30 * 3_600_000));
  const wish = { appointmentId: next.id, isConfirmed: false, notifyCustomer: false };
  const { policy } = await cancelAppointment(caller, wish);
  expect(policy).toMatchObject({ isAllowed: true, isViolation: false, feeCents: 0 });
});

it("never moves or cancels half while places are being booked", async () => {
  const people = await customersOf(world.company, 6);
  const outcomes = await Promise.allSettled([
    ...people.map(({ id }) => book({ customerId: id })),
    cancelSession(ctx, { classSessionId: sessionId }),
  ]);
  expect(outcomes.at(-1)?.status).toBe("fulfilled");
  const after = await listParticipants(ctx, { classSessionId: sessionId });
  expect(after.every(({ status }) => status === "cancelled")).toBe(true);
  expect(await session()).toMatchObject({ placesTaken: 0 });
});
