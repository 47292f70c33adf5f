import pg from "pg";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { searchSlots } from "@/server/availability/queries/search-slots";
import { disconnect, platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const owner = () => ownerOf(ours.company);
const search = (days: number) =>
  searchSlots(owner(), {
    ...{ branchId: ours.company.branchId, serviceId: ours.service.id },
    ...{ from: wednesdayAt(0), until: new Date(wednesdayAt(0).getTime() + days * DAY) },
  });

const asked = vi.spyOn(pg.Client.prototype, "query");
/** Whoever is connected already remembers how it sends. */
beforeAll(disconnect);

/** How often the database is asked meanwhile; who asks is the driver itself. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = asked.mock.calls.length;
  await work();
  return asked.mock.calls.length - before;
}

it("asks as often for twenty people and sixty days as for one person and one day", async () => {
  // The first question reads the master data as well.
  const small = [await statementsOf(() => search(1)), await statementsOf(() => search(1))];
  ours = await createBookableCompany();
  for (let nr = 0; nr < 19; nr++) await createStaff(ours.company, { name: `Person ${nr}` });
  const { companyId } = ours.company;
  const taken = Array.from({ length: 50 }, (_, day) => {
    const [startsAt, endsAt] = [10, 12].map((hour) => new Date(wednesdayAt(hour).getTime() + day * DAY));
    const busy = { id: newId(), companyId, staffId: ours.staff.id, source: "calcom" as const, externalId: newId() };
    return { ...busy, startsAt: startsAt as Date, endsAt: endsAt as Date };
  });
  await platformClient().busyTime.createMany({ data: taken });
  let found = 0;
  const wide = async () => {
    found = (await search(60)).slots.length;
  };
  const large = [await statementsOf(wide), await statementsOf(wide)];
  expect(found).toBeGreaterThan(1000);
  expect(small[1]).toBeGreaterThan(0);
  expect(large).toEqual(small);
});

it("closes a time that another calendar has taken, and only that", async () => {
  const startsOf = async () => {
    const range = { from: wednesdayAt(9), until: wednesdayAt(11) };
    const where = { branchId: ours.company.branchId, serviceId: ours.service.id, staffId: ours.staff.id };
    return (await searchSlots(owner(), { ...where, ...range })).slots.map(({ startsAt }) => new Date(startsAt));
  };
  const before = await startsOf();
  const [startsAt, endsAt] = [wednesdayAt(9, 45), wednesdayAt(10, 15)];
  const busy = { id: newId(), companyId: ours.company.companyId, staffId: ours.staff.id, startsAt, endsAt };
  await platformClient().busyTime.create({ data: { ...busy, source: "calcom", externalId: "there-1" } });
  const left = before.filter((start) => start >= endsAt || start.getTime() + 30 * 60_000 <= startsAt.getTime());
  expect(left.length).toBeLessThan(before.length);
  expect(await startsOf()).toEqual(left);
  await expect(bookAppointment(owner(), wishOf(ours, wednesdayAt(10)))).rejects.toMatchObject({
    code: "APPOINTMENT_CONFLICT",
    reason: "fully_booked",
  });
});
