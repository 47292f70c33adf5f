import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { explainSlot } from "@/server/availability/chains/queries/explain-slot";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { MINUTE } from "@/server/core/time";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { agentOf, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { coming, iso } from "../../support/coming-days";
import { createUser } from "../../support/factories";
import { restAs } from "../../support/rest-requests";
import { createNeed, createResource } from "../../support/scheduling";

const platform = platformClient();
let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const owner = () => ownerOf(ours.company);
const desk = (): CompanyContext => ({ ...owner(), permissions: new Set(ROLE_PERMISSIONS.receptionist) });
const wish = (startsAt: Date, ignoresWorkingHours = true) => ({ ...wishOf(ours, startsAt), ignoresWorkingHours });
const EVENING = wednesdayAt(20);
const away = (
  kind: "closed" | "vacation",
  owner: { ownerType: "company" } | { ownerType: "staff"; staffId: string },
) => {
  const data = { id: newId(), companyId: ours.company.companyId, kind, ...owner };
  return platform.scheduleException.create({ data: { ...data, startsAt: wednesdayAt(0), endsAt: wednesdayAt(24) } });
};

describe("outside the hours", () => {
  it("books whoever may decide so, and the log says it; nobody else", async () => {
    await expect(bookAppointment(owner(), wish(EVENING, false))).rejects.toMatchObject({
      code: "APPOINTMENT_CONFLICT",
    });
    await expect(bookAppointment(desk(), wish(EVENING))).rejects.toMatchObject({
      code: "FORBIDDEN",
      details: { permission: "override_appointments" },
    });
    await expect(bookAppointment(agentOf(ours.company, newId()), wish(EVENING))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const { appointment } = await bookAppointment(owner(), { ...wish(EVENING), overrideReason: "Ihre Schicht" });
    expect(appointment.startsAt).toEqual(EVENING);
    const [entry] = await platform.activityLog.findMany({ where: { subjectId: appointment.id } });
    expect(entry).toMatchObject({
      action: "create_appointments",
      newValues: { ignoresWorkingHours: true, overrideReason: "Ihre Schicht" },
    });
  });

  it("moves there, and the log says it", async () => {
    const { id: appointmentId } = (await bookAppointment(owner(), wishOf(ours))).appointment;
    const move = { appointmentId, newStartsAt: EVENING, isConfirmed: true };
    await expect(rescheduleAppointment(owner(), move)).rejects.toMatchObject({ code: "APPOINTMENT_CONFLICT" });
    const there = { ...move, ignoresWorkingHours: true };
    await expect(rescheduleAppointment(desk(), there)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await rescheduleAppointment(owner(), there);
    const where = { subjectId: appointmentId, action: "reschedule_appointments" };
    expect(await platform.activityLog.findFirstOrThrow({ where })).toMatchObject({
      newValues: { startsAt: EVENING.toISOString(), ignoresWorkingHours: true },
    });
  });

  it("is answered beforehand: what would be booked, or who is taken; between the starts of the grid too", async () => {
    const { branchId } = ours.company;
    const asked = { branchId, serviceId: ours.service.id, ignoresWorkingHours: true };
    const oddly = new Date(EVENING.getTime() + 7 * MINUTE);
    await expect(explainSlot(desk(), { ...asked, startsAt: oddly })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const free = await explainSlot(owner(), { ...asked, startsAt: oddly });
    expect(free).toMatchObject({ isFree: true, slot: { startsAt: oddly, staffId: ours.staff.id } });
    await bookAppointment(owner(), wish(EVENING));
    const taken = await explainSlot(owner(), { ...asked, startsAt: oddly });
    expect(taken).toMatchObject({ isFree: false, slot: null, reason: "fully_booked" });
    expect(taken.origins).toMatchObject([{ kind: "staff", rule: "taken" }]);
  });

  it("also on a day on which the business is closed", async () => {
    await away("closed", { ownerType: "company" });
    await expect(bookAppointment(owner(), wish(wednesdayAt(10), false))).rejects.toMatchObject({ reason: "closed" });
    await expect(bookAppointment(owner(), wish(wednesdayAt(10)))).resolves.toBeDefined();
  });
});

describe("what is taken stays taken", () => {
  it("a person, by an appointment, another calendar or a vacation; alternatives lie within the hours", async () => {
    await bookAppointment(owner(), wish(EVENING));
    const again = bookAppointment(owner(), wish(EVENING));
    await expect(again).rejects.toMatchObject({ code: "APPOINTMENT_CONFLICT", reason: "fully_booked" });
    const { details } = await again.catch((error) => error);
    for (const { starts_at } of details.alternatives) expect(starts_at.slice(11, 13) < "18").toBe(true);

    const staffId = ours.staff.id;
    const [startsAt, endsAt] = [wednesdayAt(21), wednesdayAt(22)];
    const busy = { id: newId(), companyId: ours.company.companyId, staffId, externalId: "x", startsAt, endsAt };
    await platform.busyTime.create({ data: { ...busy, source: "calcom" } });
    await expect(bookAppointment(owner(), wish(startsAt))).rejects.toMatchObject({ reason: "fully_booked" });

    await away("vacation", { ownerType: "staff", staffId });
    await expect(bookAppointment(owner(), wish(wednesdayAt(19)))).rejects.toMatchObject({
      code: "APPOINTMENT_CONFLICT",
    });
  });

  it("a room", async () => {
    const room = await createResource(ours.company);
    await createNeed(ours.company, { serviceId: ours.service.id, resourceId: room.id, quantity: 1 });
    const { companyId } = ours.company;
    const owning = { ownerType: "resource" as const, resourceId: room.id, kind: "blocked" as const };
    const [startsAt, endsAt] = [wednesdayAt(19), wednesdayAt(23)];
    await platform.scheduleException.create({ data: { id: newId(), companyId, ...owning, startsAt, endsAt } });
    await expect(bookAppointment(owner(), wish(EVENING))).rejects.toMatchObject({ reason: "resource_taken" });
  });

  it("and the past stays past", async () => {
    const yesterday = new Date(owner().now.getTime() - 86_400_000);
    await expect(bookAppointment(owner(), wish(yesterday))).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  });
});

it("holds over REST, by the permission of whoever asks", async () => {
  const { company, service, staff, customer } = ours;
  const who = { customer_id: customer.id, service_id: service.id, staff_id: staff.id, branch_id: company.branchId };
  const body = { ...who, starts_at: iso(coming(3), 21), ignores_working_hours: true };
  const { id: userId } = await createUser(company, { role: "receptionist" });
  const refused = await (await restAs({ userId }))("POST /api/v2/appointments", { body });
  expect([refused.status, refused.body.error.details]).toEqual([403, { permission: "override_appointments" }]);
  expect((await (await restAs(company.owner))("POST /api/v2/appointments", { body })).status).toBe(201);
});
