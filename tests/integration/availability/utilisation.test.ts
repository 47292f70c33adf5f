import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { getStaffUtilisation } from "@/server/availability/utilisation/queries/get-staff-utilisation";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createBranch, createStaff, createTenantWithCompany } from "../../support/factories";

let ours: BookableCompany;
let parkId: string;
beforeEach(async () => {
  ours = await createBookableCompany();
  const { companyId } = ours.company;
  parkId = (await createBranch(ours.company, { name: "Am Park" })).id;
  const where = { id: newId(), companyId, branchId: parkId };
  await platformClient().staffBranch.create({ data: { ...where, staffId: ours.staff.id } });
  await platformClient().branchService.create({ data: { ...where, id: newId(), serviceId: ours.service.id } });
});

const owner = () => ownerOf(ours.company);
const book = (hour: number, branchId: string) =>
  bookAppointment(owner(), { ...wishOf(ours, wednesdayAt(hour)), branchId });
const weekOfWednesday = async (ctx = owner()) => {
  const { weeks } = await getStaffUtilisation(ctx, { staffId: ours.staff.id });
  const wednesday = wednesdayAt(0).getTime();
  return weeks.findLast(({ date }) => new Date(date).getTime() <= wednesday);
};

it("counts what is booked where it takes place, not at home only", async () => {
  const minutes = ours.service.durationMinutes;
  await book(10, ours.company.branchId);
  await book(12, parkId);
  await book(14, parkId);
  expect(await weekOfWednesday()).toMatchObject({
    bookedMinutes: 3 * minutes,
    branches: [
      { name: "Hauptfiliale", bookedMinutes: minutes },
      { name: "Am Park", bookedMinutes: 2 * minutes },
    ],
  });
});

it("counts working time once, in whichever branch it is spent", async () => {
  const before = (await weekOfWednesday())?.workingMinutes ?? 0;
  const { companyId } = ours.company;
  const where = { companyId, ownerType: "staff" as const, staffId: ours.staff.id, branchId: parkId };
  await platformClient().workingHour.create({
    data: { id: newId(), ...where, dayOfWeek: 3, startTime: "08:00", endTime: "20:00" },
  });
  // At home from nine to six as before; the three hours around it are at the other branch only.
  expect((await weekOfWednesday())?.workingMinutes).toBe(before + 180);
});

it("names no branch to those who don't work there, and nobody of another company", async () => {
  await book(10, ours.company.branchId);
  await book(12, parkId);
  const atHome = { ...owner(), restriction: { branchIds: [ours.company.branchId] } };
  expect((await weekOfWednesday(atHome))?.branches.map(({ name }) => name)).toEqual(["Hauptfiliale"]);
  const theirs = await createStaff(await createTenantWithCompany());
  await expect(getStaffUtilisation(owner(), { staffId: theirs.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
