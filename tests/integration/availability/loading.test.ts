import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { explainSlot } from "@/server/availability/chains/queries/explain-slot";
import { searchSlots } from "@/server/availability/queries/search-slots";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";
import { createComposite, createNeed, createResource, createSession } from "../../support/scheduling";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const owner = () => ownerOf(ours.company);
const query = (serviceId = ours.service.id) => ({
  ...{ branchId: ours.company.branchId, serviceId },
  ...{ from: wednesdayAt(9), until: wednesdayAt(12) },
});
const starts = async (serviceId?: string) => (await searchSlots(owner(), query(serviceId))).slots.length;
const why = (startsAt: Date, overrides = {}) =>
  explainSlot(owner(), { branchId: ours.company.branchId, serviceId: ours.service.id, startsAt, ...overrides });

describe("what the engine remembers", () => {
  it("is read again when a chain, a need or a room changes, and not after a booking", async () => {
    const service = await createComposite(ours.company, [{ durationMinutes: 30 }, { durationMinutes: 30 }]);
    const room = await createResource(ours.company);
    const before = await starts(service.id);
    await createNeed(ours.company, { serviceId: service.id, resourceId: room.id, quantity: 1 });
    expect(await starts(service.id)).toBe(before);
    const stamp = () =>
      platformClient().masterDataStamp.findUniqueOrThrow({ where: { companyId: ours.company.companyId } });
    const known = await stamp();
    await bookAppointment(owner(), { ...wishOf(ours), serviceId: service.id, staffId: null });
    expect(await stamp()).toEqual(known);
    await platformClient().resource.update({ where: { id: room.id }, data: { isActive: false } });
    expect(await starts(service.id)).toBe(0);
    await platformClient().resource.update({ where: { id: room.id }, data: { isActive: true } });
    await platformClient().serviceSegment.updateMany({
      where: { serviceId: service.id },
      data: { durationMinutes: 600 },
    });
    expect(await starts(service.id)).toBe(0);
  });

  it("takes notice and horizon from the booking policy before the service", async () => {
    expect(await starts()).toBeGreaterThan(0);
    const { companyId, branchId } = ours.company;
    const rule = { configurableType: "branch", configurableId: branchId, policyType: "booking" } as const;
    const row = { id: newId(), companyId, ...rule, config: { minNoticeMinutes: 3 * 24 * 60 } };
    await platformClient().policyConfiguration.create({ data: row });
    expect(await searchSlots(owner(), query())).toMatchObject({ slots: [], reason: "too_short_notice" });
  });
});

describe("a person's own notice and horizon", () => {
  const ruleFor = (staffId: string, config: object) => {
    const rule = { configurableType: "staff", configurableId: staffId, policyType: "booking" } as const;
    return platformClient().policyConfiguration.create({
      data: { id: newId(), companyId: ours.company.companyId, ...rule, config },
    });
  };
  const withStaff = (staffId: string | null) => searchSlots(owner(), { ...query(), staffId });

  it("beat the branch's, narrower or wider, for that person only", async () => {
    const other = await createStaff(ours.company, { name: "Ben Kurz", serviceIds: [ours.service.id] });
    await ruleFor(ours.staff.id, { minNoticeMinutes: 3 * 24 * 60 });
    expect(await withStaff(ours.staff.id)).toMatchObject({ slots: [], reason: "too_short_notice" });
    const anybody = await withStaff(null);
    expect(anybody.slots.length).toBeGreaterThan(0);
    expect(new Set(anybody.slots.map(({ staffId }) => staffId))).toEqual(new Set([other.id]));
    await platformClient().service.update({ where: { id: ours.service.id }, data: { minNoticeMinutes: 3 * 24 * 60 } });
    await platformClient().policyConfiguration.updateMany({
      where: { companyId: ours.company.companyId },
      data: { config: { minNoticeMinutes: 0 } },
    });
    const wider = await withStaff(null);
    expect(new Set(wider.slots.map(({ staffId }) => staffId))).toEqual(new Set([ours.staff.id]));
  });

  it("are checked when somebody books, and explain why not", async () => {
    await ruleFor(ours.staff.id, { minNoticeMinutes: 6000, maxHorizonDays: 5 });
    const staffId = ours.staff.id;
    await expect(bookAppointment(owner(), { ...wishOf(ours), staffId })).rejects.toMatchObject({
      code: "APPOINTMENT_CONFLICT",
      reason: "too_short_notice",
    });
    expect(await why(wednesdayAt(11), { staffId })).toMatchObject({
      reason: "too_short_notice",
      facts: { minNoticeMinutes: 6000, earliestStartsAt: new Date(NOW.getTime() + 6000 * 60_000) },
    });
    expect(await why(wednesdayAt(7 * 24 + 10), { staffId })).toMatchObject({
      reason: "beyond_horizon",
      facts: { maxHorizonDays: 5 },
    });
  });

  it("are a teacher's for the sessions of a class", async () => {
    await platformClient().service.update({ where: { id: ours.service.id }, data: { capacity: 4 } });
    const times = { startsAt: wednesdayAt(10), endsAt: wednesdayAt(11), capacity: 4 };
    await createSession(ours.company, { ...times, serviceId: ours.service.id, staffId: ours.staff.id });
    expect((await withStaff(null)).slots).toHaveLength(1);
    await ruleFor(ours.staff.id, { minNoticeMinutes: 6000 });
    expect(await why(wednesdayAt(10))).toMatchObject({ reason: "too_short_notice", facts: { minNoticeMinutes: 6000 } });
  });
});

describe("limits", () => {
  it("count a day's bookings, also as a part of a visit", async () => {
    await platformClient().service.update({ where: { id: ours.service.id }, data: { maxPerDay: 1 } });
    const first = await createComposite(ours.company, [{ durationMinutes: 30 }], { name: "Beratung" });
    const followedBy = [{ serviceId: ours.service.id }];
    await bookAppointment(owner(), { ...wishOf(ours), serviceId: first.id, staffId: null, followedBy });
    expect(await why(wednesdayAt(14))).toMatchObject({
      isFree: false,
      reason: "daily_limit_reached",
      facts: { maxPerDay: 1, bookedThatDay: 1 },
    });
  });

  it("count a person's hours in the day and in the week, buffers left out", async () => {
    const { id } = ours.staff;
    await platformClient().service.update({ where: { id: ours.service.id }, data: { bufferAfterMinutes: 30 } });
    await platformClient().staff.update({ where: { id }, data: { maxHoursPerDay: 1 } });
    await bookAppointment(owner(), wishOf(ours));
    expect(await why(wednesdayAt(12))).toMatchObject({ isFree: true });
    await bookAppointment(owner(), wishOf(ours, wednesdayAt(12)));
    expect(await why(wednesdayAt(14))).toMatchObject({ reason: "working_time_limit_reached" });
    await platformClient().staff.update({ where: { id }, data: { maxHoursPerDay: null, maxHoursPerWeek: 1 } });
    expect(await why(wednesdayAt(48 + 10))).toMatchObject({ reason: "working_time_limit_reached" });
    expect(await why(wednesdayAt(5 * 24 + 10))).toMatchObject({ isFree: true });
  });
});

describe("why a start is closed", () => {
  it("is told with its numbers, and with what is free near it", async () => {
    expect(await why(wednesdayAt(10))).toMatchObject({ isFree: true, reason: null, facts: {}, alternatives: [] });
    expect(await why(wednesdayAt(10, 5))).toMatchObject({ reason: "off_grid", facts: { slotIntervalMinutes: 15 } });
    expect(await why(wednesdayAt(20))).toMatchObject({
      reason: "closed",
      facts: { openHours: [{ start: "09:00", end: "18:00" }] },
    });
    expect(await why(wednesdayAt(-24 * 3))).toMatchObject({ reason: "in_the_past" });
    await bookAppointment(owner(), wishOf(ours));
    expect(await why(wednesdayAt(10))).toMatchObject({
      reason: "fully_booked",
      facts: { staffCount: 1, busyStaffCount: 1, neededMinutes: 30 },
      alternatives: [wednesdayAt(9, 30), expect.any(Date), expect.any(Date)],
      timezone: "Europe/Berlin",
    });
    await platformClient().service.update({ where: { id: ours.service.id }, data: { minNoticeMinutes: 6000 } });
    expect(await why(wednesdayAt(11))).toMatchObject({
      reason: "too_short_notice",
      facts: { minNoticeMinutes: 6000, earliestStartsAt: new Date(NOW.getTime() + 6000 * 60_000) },
    });
  });

  it("is told of a class by its places", async () => {
    await platformClient().service.update({ where: { id: ours.service.id }, data: { capacity: 2 } });
    const times = { startsAt: wednesdayAt(10), endsAt: wednesdayAt(11), capacity: 2 };
    await createSession(ours.company, { ...times, serviceId: ours.service.id, staffId: ours.staff.id });
    await bookAppointment(owner(), { ...wishOf(ours), staffId: null });
    expect(await why(wednesdayAt(10), { partySize: 2 })).toMatchObject({
      reason: "class_full",
      facts: { capacity: 2, placesLeft: 1 },
    });
    expect(await why(wednesdayAt(12))).toMatchObject({ reason: "no_session" });
  });
});
