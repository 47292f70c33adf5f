import { beforeAll, describe, expect, it } from "vitest";
import { branchIdOf, companyIdOf, offerOf, serviceNamed, staffIdOf } from "@/prisma/seed/business";
import { physioAmSee } from "@/prisma/seed/businesses/physio-amsee";
import { salonLindner } from "@/prisma/seed/businesses/salon-lindner";
import { calcomWorld } from "@/prisma/seed/calcom-world";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { decrypt } from "@/server/core/crypto";
import { appClient, platformClient } from "@/server/core/db";
import { HOUR, MINUTE, minutesOf, toLocal } from "@/server/core/time";
import { verifyPassword } from "@/server/identity/adapters/argon2";
import { findApiKey } from "@/server/identity/api-keys/queries/find-api-key";
import { keyPermissions } from "@/server/identity/api-keys/rules";
import { DEMO_API_KEY } from "@/server/identity/rules/demo-api-key";
import { DEMO_PASSWORD } from "@/server/identity/rules/demo-users";

// A Thursday noon, so that today is half over; the past year crosses both clock changes.
const now = new Date("2026-11-19T11:34:56.789Z");
const keys = { calcomApiKey: "cal_test", calcomWebhookSecret: "secret_test" };
const salon = companyIdOf(salonLindner);
const physio = companyIdOf(physioAmSee);
const db = platformClient();
beforeAll(async () => {
  expect(await seedDemo(db, { now, keys })).toBe(true);
});

/** How many rows each table has, and when any row was last written. */
async function fingerprint(): Promise<unknown> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT relname AS name FROM pg_stat_user_tables WHERE relname <> '_prisma_migrations' AND schemaname = 'public' ORDER BY 1`;
  const prints: unknown[] = [];
  for (const { name } of tables)
    prints.push([name, await db.$queryRawUnsafe(`SELECT count(*)::int, max(xmin::text::bigint)::text FROM "${name}"`)]);
  return prints;
}

describe("what is promised", () => {
  it.each([
    { companyId: salon, branches: 2, staff: 6, services: 12, customers: 300, past: 1500, coming: 150, calls: 400 },
    { companyId: physio, branches: 1, staff: 3, services: 7, customers: 40, past: 120, coming: 20, calls: 30 },
  ])("is there, $customers customers and all", async ({ companyId, past, coming, ...counts }) => {
    const where = { companyId };
    expect({
      branches: await db.branch.count({ where }),
      staff: await db.staff.count({ where }),
      services: await db.service.count({ where }),
      customers: await db.customer.count({ where }),
      calls: await db.call.count({ where }),
    }).toEqual(counts);
    const alone = { ...where, classSessionId: null };
    expect(await db.appointment.count({ where: { ...alone, endsAt: { lte: now } } })).toBe(past);
    expect(await db.appointment.count({ where: { ...alone, startsAt: { gt: now } } })).toBe(coming);
  });

  it("has one appointment whose reminder falls due in three minutes", async () => {
    const startsAt = new Date(now.getTime() + 24 * HOUR + 3 * MINUTE);
    const watched = await db.appointment.findFirstOrThrow({
      where: { companyId: salon, startsAt, status: "confirmed" },
      include: { notificationQueues: true, staffOccupancies: true },
    });
    expect(watched.staffOccupancies).toHaveLength(1);
    expect(watched.notificationQueues).toMatchObject([
      {
        eventType: "reminder_24h",
        status: "scheduled",
        scheduledFor: new Date(now.getTime() + 3 * MINUTE),
        dedupeKey: `reminder_24h:${watched.id}:${startsAt.toISOString()}`,
      },
    ]);
    const earliest = await db.notificationQueue.findFirstOrThrow({ orderBy: [{ scheduledFor: "asc" }, { id: "asc" }] });
    expect(earliest.appointmentId).toBe(watched.id);
  });

  it("lets everybody sign in with the one password", async () => {
    const users = await db.user.findMany({ include: { memberships: { include: { role: true } } } });
    expect(users.flatMap(({ memberships }) => memberships.map(({ role }) => role.key)).sort()).toEqual([
      "admin",
      "admin",
      "manager",
      "receptionist",
      "staff",
    ]);
    expect(await verifyPassword(users[0]?.passwordHash ?? null, DEMO_PASSWORD)).toBe(true);
    const staff = await db.membership.findFirstOrThrow({ where: { role: { key: "staff" } } });
    expect(staff.staffId).toBe(staffIdOf(salonLindner, "Jonas Brandl"));
  });

  it("has a key to the API that reaches the salon", async () => {
    const key = await findApiKey(DEMO_API_KEY);
    expect(key?.creator.companyId).toBe(salon);
    expect(key && keyPermissions(key)).toContain("create_appointments");
  });

  it("is connected to the calendar that the other side is told of", async () => {
    const company = await db.company.findUniqueOrThrow({ where: { id: salon } });
    const place = { column: "companies.calcom_api_key_encrypted", rowId: salon };
    expect(decrypt(company.calcomApiKeyEncrypted ?? "", place)).toBe("cal_test");
    const mappings = await db.teamEventTypeMapping.findMany({ where: { companyId: salon } });
    const world = calcomWorld();
    const theirs = new Map(world.eventTypes.map((type) => [type.id, type.lengthInMinutes]));
    expect(mappings.length).toBe(world.eventTypes.length);
    for (const { calcomEventTypeId, lengthMinutes } of mappings)
      expect(theirs.get(calcomEventTypeId)).toBe(lengthMinutes);
    const offered = await db.staffService.count({ where: { companyId: salon } });
    expect(mappings.length).toBe(offered);
  });
});

describe("a calendar like life", () => {
  it("has nobody in two places, also in the past that stands in no occupancy", async () => {
    const [{ overlaps } = { overlaps: -1n }] = await db.$queryRaw<{ overlaps: bigint }[]>`
      SELECT count(*) AS overlaps FROM appointments a JOIN appointments b ON b.staff_id = a.staff_id AND b.id > a.id
        AND a.class_session_id IS DISTINCT FROM b.class_session_id
        AND tstzrange(a.blocked_from, a.blocked_until) && tstzrange(b.blocked_from, b.blocked_until)`;
    expect(overlaps).toBe(0n);
    const [{ missing } = { missing: -1n }] = await db.$queryRaw<{ missing: bigint }[]>`
      SELECT count(*) AS missing FROM appointments a WHERE a.status IN ('pending', 'confirmed')
        AND a.class_session_id IS NULL AND NOT EXISTS (SELECT FROM staff_occupancies o
          WHERE o.appointment_id = a.id AND o.staff_id = a.staff_id
          HAVING min(o.blocked_from) = a.blocked_from AND max(o.blocked_until) = a.blocked_until)`;
    expect(missing).toBe(0n);
  });

  it("keeps shifts, breaks, and lengths and prices of each person", async () => {
    const watchedAt = now.getTime() + 24 * HOUR + 3 * MINUTE;
    const rows = await db.appointment.findMany({
      where: { classSessionId: null },
      include: { staff: true, service: true, branch: true },
    });
    for (const { startsAt, endsAt, priceCents, ...row } of rows) {
      const business = row.companyId === salon ? salonLindner : physioAmSee;
      const staff = business.staff.find(({ name }) => name === row.staff.name);
      if (!staff) throw new Error(row.staff.name);
      const offer = offerOf(serviceNamed(business, row.service.name), staff);
      expect(endsAt.getTime() - startsAt.getTime()).toBe(offer.minutes * MINUTE);
      expect(priceCents).toBe(offer.cents);
      if (startsAt.getTime() === watchedAt) continue;
      const { weekday, minutes } = toLocal("Europe/Berlin", startsAt.getTime());
      const shift = staff.shifts.find((candidate) => candidate.weekday === weekday);
      if (!shift) throw new Error(`${row.staff.name} does not work on day ${weekday}`);
      expect(row.branchId).toBe(branchIdOf(business, shift.branch));
      const until = minutes + offer.minutes;
      expect(minutes >= minutesOf(shift.start) && until <= minutesOf(shift.end)).toBe(true);
      if (shift.breakStart && shift.breakEnd)
        expect(until <= minutesOf(shift.breakStart) || minutes >= minutesOf(shift.breakEnd)).toBe(true);
    }
  });

  it("has composite services in steps, and the time in which colour takes effect is nobody's", async () => {
    const steps = await db.appointmentSegment.findMany({
      where: { appointment: { bookingType: "composite", status: "confirmed" } },
      include: { appointment: { include: { staffOccupancies: true } } },
    });
    expect(steps.length).toBeGreaterThan(10);
    const waits = steps.filter(({ occupiesStaff }) => !occupiesStaff);
    expect(waits.length).toBeGreaterThan(0);
    for (const { startsAt, endsAt, appointment } of waits) {
      const taken = appointment.staffOccupancies;
      expect(taken.some((one) => one.blockedFrom < endsAt && one.blockedUntil > startsAt)).toBe(false);
    }
  });

  it("has rooms and devices that are taken once, and classes with places taken and left", async () => {
    const [{ overlaps } = { overlaps: -1n }] = await db.$queryRaw<{ overlaps: bigint }[]>`
      SELECT count(*) AS overlaps FROM resource_occupancies a JOIN resource_occupancies b ON b.resource_id = a.resource_id AND b.id > a.id
        AND tstzrange(a.blocked_from, a.blocked_until) && tstzrange(b.blocked_from, b.blocked_until)`;
    expect(overlaps).toBe(0n);
    expect(await db.resource.count({ where: { companyId: physio } })).toBe(6);
    const unroomed = { companyId: physio, status: "confirmed" as const, resourceOccupancies: { none: {} } };
    expect(await db.appointment.count({ where: { ...unroomed, classSessionId: null } })).toBe(0);
    const sessions = await db.classSession.findMany({
      where: { companyId: physio },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    });
    const coming = sessions.filter(({ startsAt }) => startsAt > now);
    expect(coming.length).toBeGreaterThan(3);
    expect(sessions.length).toBeGreaterThan(coming.length);
    expect(coming[0]).toMatchObject({ placesTaken: 8, capacity: 8 });
    expect(coming.slice(1).every(({ placesTaken }) => placesTaken > 0 && placesTaken < 8)).toBe(true);
  });

  it("has rules of its own on three levels", async () => {
    const rules = await db.policyConfiguration.findMany({ where: { companyId: physio } });
    expect(rules.map(({ configurableType }) => configurableType).sort()).toEqual(["company", "service", "staff"]);
  });

  it("has busy Thursdays, a closed Monday, some who cancel and some who don't come", async () => {
    const past = await db.appointment.findMany({ where: { companyId: salon, endsAt: { lte: now } } });
    const perDay = [0, 0, 0, 0, 0, 0, 0];
    for (const { startsAt } of past) {
      const { weekday } = toLocal("Europe/Berlin", startsAt.getTime());
      perDay[weekday] = (perDay[weekday] ?? 0) + 1;
    }
    expect([perDay[0], perDay[1]]).toEqual([0, 0]);
    expect(Math.max(...perDay)).toBe(perDay[4]);
    const share = (status: string) => past.filter((one) => one.status === status).length / past.length;
    expect(share("cancelled")).toBeCloseTo(0.06, 2);
    expect(share("no_show")).toBeCloseTo(0.03, 2);
    const byPhone = await db.appointment.count({ where: { companyId: salon, source: "phone" } });
    expect(byPhone / 1650).toBeCloseTo(0.55, 1);
  });

  it("was booked, moved and cancelled in an order that can be", async () => {
    const [{ odd } = { odd: -1n }] = await db.$queryRaw<{ odd: bigint }[]>`
      SELECT count(*) AS odd FROM appointments a WHERE a.created_at > a.starts_at OR a.created_at > ${now}
        OR a.cancelled_at < a.created_at OR a.cancelled_at > a.starts_at
        OR EXISTS (SELECT FROM appointment_modifications m WHERE m.appointment_id = a.id AND m.occurred_at < a.created_at)
        OR EXISTS (SELECT FROM customers c WHERE c.id = a.customer_id AND c.created_at > a.created_at)`;
    expect(odd).toBe(0n);
  });
});

describe("the seed itself", () => {
  it("changes nothing the second time, also on another day", async () => {
    const before = await fingerprint();
    expect(await seedDemo(db, { now: new Date(now.getTime() + 26 * HOUR), keys })).toBe(false);
    expect(await fingerprint()).toEqual(before);
  });

  it("tells nobody of what it wrote", async () => {
    expect(await db.outboxEvent.count()).toBe(0);
  });

  it("keeps the two companies apart", async () => {
    await appClient().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.company_id', ${salon}, true)`;
      expect(await tx.customer.count()).toBe(300);
      expect(await tx.call.count()).toBe(400);
      const where = { companyId: physio };
      expect(await tx.customer.count({ where })).toBe(0);
      expect(await tx.appointment.count({ where })).toBe(0);
      expect(await tx.call.count({ where })).toBe(0);
      expect(await tx.staff.count({ where })).toBe(0);
      expect(await tx.membership.count({ where })).toBe(0);
      expect((await tx.company.findMany({ select: { id: true } })).map(({ id }) => id)).toEqual([salon]);
    });
  });
});
