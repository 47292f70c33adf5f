import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createCustomer, createService, createStaff } from "../../support/factories";
import { createComposite, createNeed, createResource } from "../../support/scheduling";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const owner = () => ownerOf(ours.company);
const mine = () => ({ where: { companyId: ours.company.companyId } });
const segmentsOf = (appointmentId: string) =>
  platformClient().appointmentSegment.findMany({ where: { appointmentId }, orderBy: { position: "asc" } });
const occupied = () => platformClient().staffOccupancy.findMany({ ...mine(), orderBy: { blockedFrom: "asc" } });
const anybody = (serviceId: string, startsAt = wednesdayAt(10)) => ({
  ...{ ...wishOf(ours, startsAt), serviceId, staffId: null },
});
/** Colour by one person, who is free while it takes effect, then a cut. */
const colour = (overrides: Parameters<typeof createComposite>[2] = {}) =>
  createComposite(
    ours.company,
    [
      { name: "Auftragen", durationMinutes: 30 },
      { name: "Einwirken", durationMinutes: 45, isStaffFree: true, staffMode: "same" },
      { name: "Schneiden", durationMinutes: 30, staffMode: "same" },
    ],
    { priceCents: 9900, ...overrides },
  );

describe("a composite service", () => {
  it("is one appointment with its parts; who waits for the colour may serve somebody else", async () => {
    const service = await colour();
    const { appointment } = await bookAppointment(owner(), anybody(service.id));
    expect(appointment).toMatchObject({
      priceCents: 9900,
      startsAt: wednesdayAt(10),
      endsAt: wednesdayAt(11, 45),
      service: { id: service.id },
    });
    expect(await platformClient().appointment.findUniqueOrThrow({ where: { id: appointment.id } })).toMatchObject({
      bookingType: "composite",
    });
    expect(await segmentsOf(appointment.id)).toMatchObject([
      { name: "Auftragen", startsAt: wednesdayAt(10), endsAt: wednesdayAt(10, 30), occupiesStaff: true },
      { name: "Einwirken", startsAt: wednesdayAt(10, 30), endsAt: wednesdayAt(11, 15), occupiesStaff: false },
      { name: "Schneiden", startsAt: wednesdayAt(11, 15), endsAt: wednesdayAt(11, 45), occupiesStaff: true },
    ]);
    expect(await occupied()).toMatchObject([
      { blockedFrom: wednesdayAt(10), blockedUntil: wednesdayAt(10, 30) },
      { blockedFrom: wednesdayAt(11, 15), blockedUntil: wednesdayAt(11, 45) },
    ]);
    await expect(bookAppointment(owner(), wishOf(ours, wednesdayAt(10, 30)))).resolves.toBeDefined();
  });

  it("moves as a whole, its own time counting as free, and is cancelled as a whole", async () => {
    const service = await colour();
    const { appointment } = await bookAppointment(owner(), anybody(service.id));
    const move = { appointmentId: appointment.id, newStartsAt: wednesdayAt(10, 15), isConfirmed: true };
    const { appointment: moved } = await rescheduleAppointment(owner(), move);
    expect(moved.endsAt).toEqual(wednesdayAt(12));
    expect((await segmentsOf(moved.id)).map(({ startsAt }) => startsAt)).toEqual([
      wednesdayAt(10, 15),
      wednesdayAt(10, 45),
      wednesdayAt(11, 30),
    ]);
    expect((await occupied()).map(({ blockedFrom }) => blockedFrom)).toEqual([
      wednesdayAt(10, 15),
      wednesdayAt(11, 30),
    ]);
    await cancelAppointment(owner(), { appointmentId: moved.id, isConfirmed: true, notifyCustomer: false });
    expect(await occupied()).toEqual([]);
  });

  it("leaves all as it was when a part of the new chain is taken", async () => {
    const service = await colour();
    const { appointment } = await bookAppointment(owner(), anybody(service.id));
    await bookAppointment(owner(), wishOf(ours, wednesdayAt(15)));
    const before = [await occupied(), await segmentsOf(appointment.id)];
    const move = { appointmentId: appointment.id, newStartsAt: wednesdayAt(13, 45), isConfirmed: true };
    await expect(rescheduleAppointment(owner(), move)).rejects.toMatchObject({
      code: "APPOINTMENT_CONFLICT",
      details: { alternatives: [{}, {}, {}] },
    });
    expect([await occupied(), await segmentsOf(appointment.id)]).toEqual(before);
  });

  it("ends without a deadlock for 40 who take two people in crossing orders, each whole or not at all", async () => {
    await createStaff(ours.company, { name: "Zweite Kraft" });
    const [first, second] = (await platformClient().staff.findMany({ ...mine(), orderBy: { id: "asc" } })).map(
      ({ id }) => id,
    );
    const chainOf = (staffIds: (string | undefined)[]) =>
      createComposite(
        ours.company,
        staffIds.map((staffId) => ({ staffMode: "specific", staffId })),
      );
    const [there, back] = [await chainOf([first, second]), await chainOf([second, first])];
    const customers = await Promise.all(
      Array.from({ length: 40 }, () => createCustomer(ours.company, { phone: null })),
    );
    const outcomes = await Promise.allSettled(
      customers.map(({ id: customerId }, nr) =>
        bookAppointment(owner(), { ...anybody((nr % 2 ? there : back).id), customerId }),
      ),
    );
    const booked = outcomes.filter(({ status }) => status === "fulfilled");
    const codes = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(["APPOINTMENT_CONFLICT"]));
    // Both orders may stand at the same hour: each person does one part of each.
    expect(booked.length).toBeGreaterThanOrEqual(1);
    expect(booked.length).toBeLessThanOrEqual(2);
    const rows = await platformClient().appointment.findMany(mine());
    expect(rows).toHaveLength(booked.length);
    expect(await occupied()).toHaveLength(2 * booked.length);
    expect(await platformClient().appointmentSegment.count(mine())).toBe(2 * booked.length);
  });
});

it("sells a chain's time once to 500 at the same moment, and answers all of them", async () => {
  const service = await colour();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 500 }, () => bookAppointment(owner(), anybody(service.id))),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const codes = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(new Set(codes)).toEqual(new Set(["APPOINTMENT_CONFLICT"]));
  expect(await platformClient().appointment.count(mine())).toBe(1);
  expect(await occupied()).toHaveLength(2);
}, 120_000);

describe("several services in one visit", () => {
  it("stand one behind the other, at the price of all, and move together", async () => {
    const wash = await createService(ours.company, { name: "Waschen", durationMinutes: 15, priceCents: 500 });
    const { appointment } = await bookAppointment(owner(), {
      ...anybody(wash.id),
      followedBy: [{ serviceId: ours.service.id }],
    });
    expect(appointment).toMatchObject({ priceCents: 3400, service: { id: wash.id }, endsAt: wednesdayAt(10, 45) });
    expect(await segmentsOf(appointment.id)).toMatchObject([
      { name: "Waschen", serviceId: wash.id, startsAt: wednesdayAt(10) },
      { name: "Haarschnitt", serviceId: ours.service.id, startsAt: wednesdayAt(10, 15) },
    ]);
    const move = { appointmentId: appointment.id, newStartsAt: wednesdayAt(16), isConfirmed: true };
    await rescheduleAppointment(owner(), move);
    expect((await segmentsOf(appointment.id)).map(({ startsAt }) => startsAt)).toEqual([
      wednesdayAt(16),
      wednesdayAt(16, 15),
    ]);
  });

  it("does not know another company's service among them", async () => {
    const theirs = await createBookableCompany();
    const followedBy = [{ serviceId: theirs.service.id }];
    await expect(bookAppointment(owner(), { ...wishOf(ours), followedBy })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("keeps a length of its own when it moves", async () => {
    const { appointment } = await bookAppointment(owner(), { ...wishOf(ours), durationMinutes: 50 });
    const move = { appointmentId: appointment.id, newStartsAt: wednesdayAt(16), isConfirmed: true };
    const { appointment: moved } = await rescheduleAppointment(owner(), move);
    expect(moved.endsAt).toEqual(wednesdayAt(16, 50));
  });
});

describe("somebody else at the same time", () => {
  it("takes it over without a word to the customer, and counts as no move", async () => {
    const other = await createStaff(ours.company, { name: "Zweite Kraft" });
    const { appointment } = await bookAppointment(owner(), wishOf(ours));
    const change = { appointmentId: appointment.id, newStartsAt: wednesdayAt(10), staffId: other.id };
    const { appointment: after } = await rescheduleAppointment(owner(), { ...change, isConfirmed: false });
    expect(after.staff.id).toBe(other.id);
    expect(await occupied()).toMatchObject([{ staffId: other.id, blockedFrom: wednesdayAt(10) }]);
    const [entry] = await platformClient().appointmentModification.findMany({
      where: { appointmentId: appointment.id, type: "reassigned" },
    });
    expect(entry).toMatchObject({ newValues: { staffId: other.id } });
    const event = await platformClient().outboxEvent.findFirst({
      where: { ...mine().where, name: "appointment/rescheduled" },
    });
    expect(event?.payload).toMatchObject({ notifyCustomer: false });
    const row = await platformClient().appointment.findUniqueOrThrow({ where: { id: after.id } });
    expect(row.moveCount).toBe(0);
  });
});

describe("rooms and devices", () => {
  it("gives the only room to one of 20 who ask at once with different people", async () => {
    const room = await createResource(ours.company);
    await createNeed(ours.company, { serviceId: ours.service.id, resourceId: room.id, quantity: 1 });
    for (let nr = 0; nr < 4; nr++) await createStaff(ours.company, { name: `Kraft ${nr}` });
    const people = await platformClient().staff.findMany(mine());
    const attempts = Array.from({ length: 20 }, (_, nr) =>
      bookAppointment(owner(), { ...wishOf(ours), staffId: people[nr % people.length]?.id ?? null }),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["APPOINTMENT_CONFLICT"]));
    expect(refused.map(({ reason }) => reason)).toContain("resource_taken");
    expect(await platformClient().resourceOccupancy.findMany(mine())).toMatchObject([{ resourceId: room.id }]);
    expect(await occupied()).toHaveLength(1);
  });

  it("moves within the room that it holds itself", async () => {
    const room = await createResource(ours.company);
    await createNeed(ours.company, { serviceId: ours.service.id, resourceType: "room", quantity: 1 });
    const { appointment } = await bookAppointment(owner(), wishOf(ours));
    const move = { appointmentId: appointment.id, newStartsAt: wednesdayAt(10, 15), isConfirmed: true };
    await rescheduleAppointment(owner(), move);
    expect(await platformClient().resourceOccupancy.findMany(mine())).toMatchObject([
      { resourceId: room.id, blockedFrom: wednesdayAt(10, 15) },
    ]);
    expect(await segmentsOf(appointment.id)).toMatchObject([{ resourceId: room.id }]);
    await cancelAppointment(owner(), { appointmentId: appointment.id, isConfirmed: true, notifyCustomer: false });
    expect(await platformClient().resourceOccupancy.count(mine())).toBe(0);
  });

  it("takes the further people that a service needs, or none of them", async () => {
    const helper = await createStaff(ours.company, { name: "Zweite Kraft", skills: ["laser"], serviceIds: [] });
    const staffRequirements = [{ count: 1, skill: "laser" }];
    await platformClient().service.update({ where: { id: ours.service.id }, data: { staffRequirements } });
    await bookAppointment(owner(), wishOf(ours));
    expect((await occupied()).map(({ staffId }) => staffId).sort()).toEqual([ours.staff.id, helper.id].sort());
    const other = await createStaff(ours.company, { name: "Dritte Kraft" });
    await expect(bookAppointment(owner(), { ...wishOf(ours), staffId: other.id })).rejects.toMatchObject({
      reason: "further_staff_busy",
    });
    expect(await occupied()).toHaveLength(2);
  });
});

describe("the terms of a visit", () => {
  const visit = async (terms: { sameStaff?: boolean; maxWaitMinutes?: number }) => {
    const wash = await createService(ours.company, { name: "Waschen", durationMinutes: 15 });
    const followedBy = [{ serviceId: ours.service.id }];
    const { appointment } = await bookAppointment(owner(), { ...anybody(wash.id), followedBy, ...terms });
    return { wash, move: { appointmentId: appointment.id, newStartsAt: wednesdayAt(14), isConfirmed: true } };
  };
  const busy = (staffId: string, from: Date, until: Date) =>
    platformClient().busyTime.create({
      data: {
        ...{ id: newId(), companyId: ours.company.companyId, staffId, source: "calcom", externalId: newId() },
        ...{ startsAt: from, endsAt: until },
      },
    });

  it("still hold when it moves: one person for all of it, also somebody else", async () => {
    const other = await createStaff(ours.company);
    const { wash, move } = await visit({ sameStaff: true });
    await platformClient().staffService.createMany({
      data: [{ id: newId(), companyId: ours.company.companyId, staffId: other.id, serviceId: wash.id }],
      skipDuplicates: true,
    });
    await busy(ours.staff.id, wednesdayAt(14, 15), wednesdayAt(18));
    await busy(other.id, wednesdayAt(14), wednesdayAt(14, 15));
    await expect(rescheduleAppointment(owner(), move)).rejects.toMatchObject({ code: "APPOINTMENT_CONFLICT" });
    const later = { ...move, newStartsAt: wednesdayAt(15), staffId: other.id };
    await rescheduleAppointment(owner(), later);
    const people = (await segmentsOf(move.appointmentId)).map(({ staffId }) => staffId);
    expect(people).toEqual([other.id, other.id]);
  });

  it("still hold when it moves: how long the customer may wait", async () => {
    const { move } = await visit({ maxWaitMinutes: 60 });
    await busy(ours.staff.id, wednesdayAt(14, 15), wednesdayAt(14, 45));
    await rescheduleAppointment(owner(), move);
    const starts = (await segmentsOf(move.appointmentId)).map(({ startsAt }) => startsAt);
    expect(starts).toEqual([wednesdayAt(14), wednesdayAt(14, 45)]);
  });
});
