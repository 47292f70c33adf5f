import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { createSessions } from "@/server/availability/classes/commands/create-sessions";
import { editSession } from "@/server/availability/classes/commands/edit-session";
import { getSession, listSessions } from "@/server/availability/classes/queries/list-sessions";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { createBookableCompany, wednesdayAt } from "../../support/booking";
import { type ClassCompany, createClassCompany, createSession, placeWish, sessionWish } from "../../support/classes";
import { createService, createStaff } from "../../support/factories";

let world: ClassCompany;
let ctx: ReturnType<typeof ownerOf>;
beforeEach(async () => {
  world = await createClassCompany();
  ctx = ownerOf(world.company);
});

const create = (plan = {}) => createSessions(ctx, sessionWish(world, plan));
const conflict = (reason: string) => ({ code: "APPOINTMENT_CONFLICT", reason });
const room = async (capacity = 1) => {
  const { companyId, branchId } = world.company;
  const data = { id: newId(), companyId, branchId, type: "room" as const, name: "Saal", capacity };
  return platformClient().resource.create({ data });
};

describe("a session", () => {
  it("has the service's length and places, and occupies who teaches it", async () => {
    const sessionId = await createSession(world);
    expect(await getSession(ctx, { classSessionId: sessionId })).toMatchObject({
      startsAt: wednesdayAt(10),
      endsAt: wednesdayAt(11),
      capacity: 6,
      placesTaken: 0,
      staff: { name: "Tina Turnt" },
      seriesId: null,
    });
    await expect(create({ time: "10:30" })).rejects.toMatchObject(conflict("teacher_taken"));
    expect((await create({ time: "11:00" })).made).toBe(1);
  });

  it("leaves its teacher no time for an appointment, and the other way round", async () => {
    const { company, teacher, customer } = world;
    const single = await createService(company, { name: "Massage" });
    const wish = {
      customerId: customer.id,
      branchId: company.branchId,
      serviceId: single.id,
      source: "portal" as const,
    };
    await createSession(world);
    const book = (startsAt: Date) => bookAppointment(ctx, { ...wish, staffId: teacher.id, startsAt });
    await expect(book(wednesdayAt(10, 30))).rejects.toMatchObject({ code: "APPOINTMENT_CONFLICT" });
    await book(wednesdayAt(14));
    await expect(create({ time: "13:45" })).rejects.toMatchObject(conflict("teacher_taken"));
  });

  it("takes its room once", async () => {
    const other = await createStaff(world.company, { name: "Otto Oben" });
    const { id } = await room();
    await createSession(world, { resourceIds: [id] });
    const again = { staffId: other.id, resourceIds: [id] };
    await expect(create({ ...again, time: "10:30" })).rejects.toMatchObject(conflict("resource_taken"));
    expect((await create({ ...again, time: "11:00" })).made).toBe(1);
    expect((await create({ staffId: other.id, time: "09:30" })).made).toBe(1);
  });

  it("is taught by one person at a time, however many try at once", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => create()));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject(conflict("teacher_taken"));
    }
  });

  it("is refused where its parts are not ours, or don't belong together", async () => {
    const theirs = await createBookableCompany();
    const { company } = world;
    const single = await createService(company, { name: "Massage" });
    const elsewhere = await createStaff(company, { serviceIds: [single.id] });
    const notFound = { code: "NOT_FOUND" };
    await expect(create({ serviceId: theirs.service.id })).rejects.toMatchObject(notFound);
    await expect(create({ branchId: theirs.company.branchId })).rejects.toMatchObject(notFound);
    await expect(create({ staffId: theirs.staff.id })).rejects.toMatchObject(notFound);
    await expect(create({ resourceIds: [newId()] })).rejects.toMatchObject(notFound);
    await expect(create({ serviceId: single.id })).rejects.toMatchObject({ reason: "not_a_class" });
    await expect(create({ staffId: elsewhere.id })).rejects.toMatchObject({ reason: "staff_does_not_offer_it" });
    await expect(create({ date: "2026-11-30" })).rejects.toMatchObject({ reason: "in_the_past" });
  });

  it("can't have fewer places than are taken", async () => {
    const sessionId = await createSession(world);
    await bookAppointment(ctx, placeWish(world, { sessionId, startsAt: wednesdayAt(10), partySize: 4 }));
    await expect(editSession(ctx, { classSessionId: sessionId, capacity: 3 })).rejects.toMatchObject({
      reason: "places_taken",
    });
    expect(
      await editSession(ctx, { classSessionId: sessionId, version: 1, capacity: 4, note: "Matten mitbringen" }),
    ).toMatchObject({
      capacity: 4,
      placesTaken: 4,
      note: "Matten mitbringen",
      version: 2,
    });
    await expect(editSession(ctx, { classSessionId: sessionId, version: 1, capacity: 9 })).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
    });
  });
});

describe("a set that repeats itself", () => {
  it("keeps its wall time over the change of the clocks", async () => {
    const repeat = { weekdays: [3], until: "2027-04-07" };
    const { results, made } = await create({ date: "2027-03-17", time: "18:00", repeat });
    expect(made).toBe(4);
    expect(results.map(({ startsAt }) => startsAt?.toISOString())).toEqual([
      "2027-03-17T17:00:00.000Z",
      "2027-03-24T17:00:00.000Z",
      "2027-03-31T16:00:00.000Z",
      "2027-04-07T16:00:00.000Z",
    ]);
  });

  it("says of each occurrence what came of it", async () => {
    const { companyId } = world.company;
    await createSession(world, { date: "2026-12-16" });
    await platformClient().holiday.create({
      data: { id: newId(), companyId, date: new Date("2026-12-23"), key: "test", name: "Probetag" },
    });
    const away = { startsAt: new Date("2026-12-29T23:00:00Z"), endsAt: new Date("2026-12-31T23:00:00Z") };
    await platformClient().scheduleException.create({
      data: { id: newId(), companyId, ownerType: "staff", staffId: world.teacher.id, kind: "vacation", ...away },
    });
    const plan = { date: "2026-12-02", repeat: { weekdays: [3], until: "2027-01-06" } };
    const { results, made, refused } = await create(plan);
    expect([made, refused]).toEqual([3, 3]);
    expect(results.map(({ date, error }) => [date, error?.reason ?? "made"])).toEqual([
      ["2026-12-02", "made"],
      ["2026-12-09", "made"],
      ["2026-12-16", "teacher_taken"],
      ["2026-12-23", "holiday"],
      ["2026-12-30", "staff_absent"],
      ["2027-01-06", "made"],
    ]);
    const range = { from: new Date("2026-12-01T00:00:00Z"), until: new Date("2027-01-20T00:00:00Z") };
    const stored = await listSessions(ctx, range);
    expect(stored.map(({ startsAt }) => startsAt.toISOString().slice(0, 10))).toEqual([
      ...["2026-12-02", "2026-12-09", "2026-12-16", "2027-01-06"],
    ]);
    expect(new Set(stored.filter(({ seriesId }) => seriesId).map(({ seriesId }) => seriesId)).size).toBe(1);
    const all = await create({ ...plan, date: "2026-12-23", time: "17:00", isConfirmed: true });
    expect(all.refused).toBe(0);
  });

  it("says so where the clock never shows that time", async () => {
    const repeat = { weekdays: [0], until: "2027-04-04" };
    const { results } = await create({ date: "2027-03-21", time: "02:30", repeat });
    expect(results.map(({ error }) => error?.reason ?? "made")).toEqual(["made", "skipped_by_clock", "made"]);
    await expect(create({ date: "2027-03-28", time: "02:30" })).rejects.toMatchObject({ reason: "skipped_by_clock" });
  });

  it("keeps a set to the first of two times, and asks of a single one which is meant", async () => {
    const repeat = { weekdays: [0], until: "2027-11-07" };
    const { results } = await create({ date: "2027-10-24", time: "02:30", repeat });
    expect(results.map(({ startsAt }) => startsAt?.toISOString().slice(0, 16))).toEqual([
      ...["2027-10-24T00:30", "2027-10-31T00:30", "2027-11-07T01:30"],
    ]);
    await expect(create({ date: "2027-10-31", time: "02:45" })).rejects.toMatchObject({
      ...{ code: "VALIDATION_ERROR", reason: "repeated_by_clock" },
      details: { choices: ["2027-10-31T02:45:00+02:00", "2027-10-31T02:45:00+01:00"] },
    });
    const made = await platformClient().classSession.count({ where: { companyId: ctx.companyId } });
    expect(made).toBe(3);
  });
});

it("shows nobody the sessions of others", async () => {
  const sessionId = await createSession(world);
  const theirs = ownerOf((await createBookableCompany()).company);
  await expect(getSession(theirs, { classSessionId: sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const colleague = await createStaff(world.company);
  const own = (staffId: string) => ({ ...ctx, restriction: { branchIds: [], staffId } });
  const range = { from: wednesdayAt(0), until: wednesdayAt(23) };
  expect(await listSessions(own(colleague.id), range)).toEqual([]);
  expect(await listSessions(own(world.teacher.id), range)).toHaveLength(1);
});
