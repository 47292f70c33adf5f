import { beforeEach, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { type BookableCompany, createBookableCompany } from "../../../support/booking";
import { at, coming, iso } from "../../../support/coming-days";
import { createService, createStaff } from "../../../support/factories";
import { restAs } from "../../../support/rest-requests";

let ours: BookableCompany;
let washId: string;
let ask: Awaited<ReturnType<typeof restAs>>;
const wednesday = coming(3);
beforeEach(async () => {
  ours = await createBookableCompany();
  washId = (await createService(ours.company, { name: "Waschen", durationMinutes: 15, priceCents: 500 })).id;
  ask = await restAs(ours.company.owner);
});

const booking = (overrides = {}) => ({
  ...{ customer_id: ours.customer.id, service_id: washId, branch_id: ours.company.branchId },
  ...{ starts_at: iso(wednesday, 10), source: "api" },
  ...overrides,
});

describe("several services in a row", () => {
  it("are found as the API promised, and booked together", async () => {
    const services = [{ service_id: washId, duration: 20 }, { service_id: ours.service.id }];
    const free = await ask("POST /api/v2/availability/composite", { body: { date: wednesday, services } });
    expect(free.status).toBe(200);
    expect(free.body).toMatchObject({ available: true, total_duration: 50, reason: null });
    expect(free.body.slots[4]).toMatchObject({
      start: "10:00",
      starts_at: iso(wednesday, 10),
      segments: [
        { service_id: washId, start: "10:00", end: "10:20", staff_id: ours.staff.id },
        { service_id: ours.service.id, start: "10:20", end: "10:50", staff_id: ours.staff.id },
      ],
    });
    const followed_by = [{ service_id: ours.service.id }];
    const booked = await ask("POST /api/v2/bookings", { body: booking({ duration_minutes: 20, followed_by }) });
    expect(booked.status).toBe(201);
    const segments = await platformClient().appointmentSegment.findMany({
      where: { appointmentId: booked.body.appointment_id },
      orderBy: { position: "asc" },
    });
    expect(segments.map(({ startsAt }) => startsAt)).toEqual([at(wednesday, 10), at(wednesday, 10, 20)]);
  });

  it("are found and booked on the same terms: one person, and how long one may wait", async () => {
    const other = await createStaff(ours.company);
    const taken = (staffId: string, from: Date, until: Date) => ({
      ...{ id: newId(), companyId: ours.company.companyId, staffId, source: "calcom" as const, externalId: newId() },
      ...{ startsAt: from, endsAt: until },
    });
    await platformClient().busyTime.createMany({
      data: [
        taken(other.id, at(wednesday, 8), at(wednesday, 20)),
        taken(ours.staff.id, at(wednesday, 10, 15), at(wednesday, 10, 45)),
      ],
    });
    const services = [{ service_id: washId }, { service_id: ours.service.id }];
    const terms = { same_staff: true, max_wait_minutes: 60 };
    const free = await ask("POST /api/v2/availability/composite", { body: { date: wednesday, services, ...terms } });
    const slot = free.body.slots.find(({ start }: { start: string }) => start === "10:00");
    expect(slot.segments.map(({ start }: { start: string }) => start)).toEqual(["10:00", "10:45"]);
    const body = booking({ starts_at: slot.starts_at, followed_by: [{ service_id: ours.service.id }] });
    expect((await ask("POST /api/v2/bookings", { body })).status).toBe(409);
    const booked = await ask("POST /api/v2/bookings", { body: { ...body, ...terms } });
    expect(booked.status).toBe(201);
    const { data } = (await ask(`GET /api/v2/appointments/${booked.body.appointment_id}`)).body;
    expect(data).toMatchObject({ same_staff: true, max_wait_minutes: 60 });
  });

  it("say why there are none", async () => {
    const services = [
      { service_id: washId, duration: 300 },
      { service_id: ours.service.id, duration: 300 },
    ];
    const free = await ask("POST /api/v2/availability/composite", { body: { date: wednesday, services } });
    expect(free.body).toMatchObject({ available: false, total_duration: 600, slots: [], reason: "chain_does_not_fit" });
  });

  it("are answered by the clock of whoever asks", async () => {
    const body = { date: wednesday, services: [{ service_id: washId }], timezone: "America/New_York" };
    const free = await ask("POST /api/v2/availability/composite", { body });
    const first = free.body.slots[0];
    expect(Date.parse(first.starts_at)).toBe(at(wednesday, 9).getTime());
    expect(first.starts_at).toMatch(/^.{10}T0[23]:00:00-0[45]:00$/);
    expect(first.start).toBe(first.starts_at.slice(11, 16));
  });
});

describe("times and ids that can't be", () => {
  const fault = async (overrides: object) => (await ask("POST /api/v2/bookings", { body: booking(overrides) })).body;

  it.each(["2027-03-28T02:30:00", "2027-10-31T02:30"])("names what is missing from %s", async (starts_at) => {
    expect(await fault({ starts_at })).toMatchObject({
      success: false,
      error: { code: "VALIDATION_ERROR", errors: [{ field: "starts_at", message: expect.stringContaining("UTC") }] },
    });
  });

  it("names what is past, what is too far ahead, and what is not ours", async () => {
    expect(await fault({ starts_at: "2020-01-01T10:00:00Z" })).toMatchObject({ error: { code: "VALIDATION_ERROR" } });
    expect(await fault({ starts_at: "2099-01-01T10:00:00Z" })).toMatchObject({ error: { code: "VALIDATION_ERROR" } });
    const theirs = await createBookableCompany();
    const followed_by = [{ service_id: theirs.service.id }];
    expect(await fault({ followed_by })).toMatchObject({ error: { code: "NOT_FOUND" } });
    expect(await fault({ class_session_id: theirs.service.id })).toMatchObject({
      error: { code: "APPOINTMENT_CONFLICT" },
    });
    expect(await platformClient().appointment.count({ where: { companyId: ours.company.companyId } })).toBe(0);
  });

  it("names an unknown zone, and an end before its beginning", async () => {
    const body = { date: wednesday, service_id: washId, timezone: "Mars/Olympus" };
    expect((await ask("POST /api/v2/availability/simple", { body })).body).toMatchObject({
      error: { code: "VALIDATION_ERROR", errors: [{ field: "timezone" }] },
    });
    const range = `from=${encodeURIComponent(iso(wednesday, 12))}&until=${encodeURIComponent(iso(wednesday, 10))}`;
    const { branchId } = ours.company;
    const line = `GET /api/v2/availability/slots?branch_id=${branchId}&service_id=${washId}&${range}`;
    expect((await ask(line)).body).toMatchObject({
      error: { code: "VALIDATION_ERROR", errors: [{ field: "until" }] },
    });
  });
});

describe("GET /availability/slots", () => {
  const slots = (more: Record<string, string>) => {
    const range = { from: iso(wednesday, 9), until: iso(wednesday, 10) };
    const query = { branch_id: ours.company.branchId, service_id: ours.service.id, ...range, ...more };
    return ask(`GET /api/v2/availability/slots?${new URLSearchParams(query)}`);
  };

  it("tells when, with whom, for how much, by the branch's clock and by another", async () => {
    const { status, body } = await slots({});
    expect([status, body.data.reason, body.data.timezone]).toEqual([200, null, "Europe/Berlin"]);
    expect(body.data.slots).toHaveLength(4);
    expect(body.data.slots[0]).toMatchObject({
      ...{ start: iso(wednesday, 9), end: iso(wednesday, 9, 30) },
      ...{ staff_id: ours.staff.id, staff_name: "Alex Muster", price_cents: 2900, segments: [], session: null },
    });
    const there = (await slots({ timezone: "America/New_York" })).body.data;
    expect(there.timezone).toBe("America/New_York");
    expect(there.slots[0].start).toMatch(/T0[23]:00:00-0[45]:00$/);
    expect(Date.parse(there.slots[0].start)).toBe(at(wednesday, 9).getTime());
  });

  it("tells why there is none", async () => {
    const night = { from: iso(wednesday, 20), until: iso(wednesday, 22) };
    expect((await slots(night)).body.data).toMatchObject({ slots: [], reason: "closed" });
    await platformClient().busyTime.create({
      data: {
        ...{ id: newId(), companyId: ours.company.companyId, staffId: ours.staff.id, source: "calcom" },
        ...{ externalId: newId(), startsAt: at(wednesday, 8), endsAt: at(wednesday, 12) },
      },
    });
    expect((await slots({})).body.data).toMatchObject({ slots: [], reason: "fully_booked" });
  });
});
