import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { findFreeSlots } from "@/server/availability/queries/find-free-slots";
import { platformClient } from "@/server/core/db";
import { DAY, MINUTE } from "@/server/core/time";
import { editScheduling } from "@/server/tenancy/scheduling/commands/edit-scheduling";
import { getScheduling } from "@/server/tenancy/scheduling/queries/get-scheduling";
import type { EditSchedulingInput } from "@/server/tenancy/scheduling/schema";
import { NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff, createUser } from "../../support/factories";
import { restAs } from "../../support/rest-requests";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const owner = (now = NOW) => ownerOf(ours.company, now);
const edit = (input: EditSchedulingInput) => editScheduling(owner(), input);
const startsOf = async () => {
  const { company, service, staff } = ours;
  const where = { branchId: company.branchId, serviceId: service.id, staffId: staff.id };
  const { slots } = await findFreeSlots(owner(), { ...where, from: wednesdayAt(9), until: wednesdayAt(10) });
  return slots.map(({ start }) => start.slice(11, 16));
};
/** Whom anybody becomes, on one day after the other. */
async function bookDays(days: number): Promise<string[]> {
  const people: string[] = [];
  for (let day = 0; day < days; day++) {
    const wish = { ...wishOf(ours, new Date(wednesdayAt(10).getTime() + day * DAY)), staffId: null };
    const { appointment } = await bookAppointment(owner(new Date(NOW.getTime() + day * MINUTE)), wish);
    people.push(appointment.staff.name);
  }
  return people;
}
const nameStaff = (id: string, name: string) => platformClient().staff.update({ where: { id }, data: { name } });

describe("how times are offered", () => {
  it("is every quarter of an hour unless it is told otherwise, and at once what it is told", async () => {
    expect(await startsOf()).toEqual(["09:00", "09:15", "09:30", "09:45"]);
    expect(await edit({ slotIntervalMinutes: 30 })).toMatchObject({ slotIntervalMinutes: 30, slotMode: "interval" });
    expect(await startsOf()).toEqual(["09:00", "09:30"]);
  });

  it("leaves no gap that nobody could use where the company wants that", async () => {
    await edit({ slotMode: "fit" });
    expect(await startsOf()).toEqual(["09:00", "09:30", "09:45"]);
    expect(await getScheduling(owner())).toMatchObject({ slotMode: "fit", slotIntervalMinutes: 15 });
  });

  it("keeps the other settings, and stands in the log", async () => {
    const { companyId } = ours.company;
    await edit({ slotIntervalMinutes: 20 });
    const { settings } = await platformClient().company.findUniqueOrThrow({ where: { id: companyId } });
    expect(settings).toMatchObject({ security: { twoFactorRoles: [] }, slotIntervalMinutes: 20 });
    const [entry] = await platformClient().activityLog.findMany({ where: { companyId, action: "edit_company" } });
    expect(entry).toMatchObject({ oldValues: { slotIntervalMinutes: 15 }, newValues: { slotIntervalMinutes: 20 } });
  });
});

describe("whom anybody becomes", () => {
  beforeEach(async () => {
    await nameStaff(ours.staff.id, "Anna");
    await createStaff(ours.company, { name: "Ben" });
  });

  it("is the customer's own unless the company says otherwise, else the least loaded", async () => {
    const ben = await platformClient().staff.findFirstOrThrow({
      where: { companyId: ours.company.companyId, name: "Ben" },
    });
    expect(await bookDays(2)).toEqual(["Anna", "Anna"]);
    await platformClient().customer.update({ where: { id: ours.customer.id }, data: { preferredStaffId: ben.id } });
    const evening = { ...wishOf(ours, wednesdayAt(17)), staffId: null };
    expect((await bookAppointment(owner(), evening)).appointment.staff.name).toBe("Ben");
    await edit({ assignment: "least_loaded" });
    const noon = { ...wishOf(ours, new Date(wednesdayAt(12).getTime() + 2 * DAY)), staffId: null };
    expect((await bookAppointment(owner(), noon)).appointment.staff.name).toBe("Anna");
  });

  it("is each of them in turn", async () => {
    await edit({ assignment: "round_robin" });
    expect(await bookDays(3)).toEqual(["Anna", "Ben", "Anna"]);
  });

  it("is the most proficient", async () => {
    const { companyId } = ours.company;
    const where = { companyId, staff: { name: "Ben" } };
    await platformClient().staffService.updateMany({ where, data: { proficiency: 5 } });
    await edit({ assignment: "highest_proficiency" });
    expect(await bookDays(2)).toEqual(["Ben", "Ben"]);
  });
});

it("is set by whoever may edit the company, also over REST, and looked at by others", async () => {
  const admin = await restAs(ours.company.owner);
  const { id: userId } = await createUser(ours.company, { role: "receptionist" });
  const desk = await restAs({ userId });
  const body = { slot_interval_minutes: 10, assignment: "round_robin" };
  expect((await desk("PATCH /api/v2/company/scheduling", { body })).status).toBe(403);
  expect((await admin("PATCH /api/v2/company/scheduling", { body })).status).toBe(200);
  expect((await desk("GET /api/v2/company/scheduling")).body.data).toEqual({ ...body, slot_mode: "interval" });
  const wrong = await admin("PATCH /api/v2/company/scheduling", { body: { slot_interval_minutes: 0 } });
  expect(wrong.body.error).toMatchObject({ code: "VALIDATION_ERROR", errors: [{ field: "slot_interval_minutes" }] });
});
