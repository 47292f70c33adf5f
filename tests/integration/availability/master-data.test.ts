import { beforeEach, expect, it } from "vitest";
import { searchSlots } from "@/server/availability/queries/search-slots";
import { db, platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt } from "../../support/booking";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const query = () => ({
  ...{ branchId: ours.company.branchId, serviceId: ours.service.id },
  ...{ from: wednesdayAt(0), until: wednesdayAt(24) },
});
const starts = async () =>
  (await searchSlots(ownerOf(ours.company), query())).slots.map(({ startsAt }) => new Date(startsAt));
const closed = () => ({
  ...{ id: newId(), companyId: ours.company.companyId, ownerType: "company" as const, kind: "closed" as const },
  ...{ startsAt: wednesdayAt(0), endsAt: wednesdayAt(24) },
});

it("sees a change of the master data with the very next question", async () => {
  expect((await starts()).length).toBeGreaterThan(0);
  const exception = await platformClient().scheduleException.create({ data: closed() });
  expect(await starts()).toEqual([]);
  await platformClient().scheduleException.delete({ where: { id: exception.id } });
  expect((await starts()).length).toBeGreaterThan(0);
  await platformClient().service.update({ where: { id: ours.service.id }, data: { durationMinutes: 90 } });
  const { slots } = await searchSlots(ownerOf(ours.company), query());
  expect(slots.map(({ startsAt, endsAt }) => endsAt - startsAt)).toEqual(slots.map(() => 90 * 60_000));
  await platformClient().staff.update({ where: { id: ours.staff.id }, data: { isBookable: false } });
  expect(await starts()).toEqual([]);
});

it("forgets what it read in a change that was taken back, also when another change follows", async () => {
  const before = await starts();
  const undone = transact(ownerOf(ours.company), async (tx) => {
    await db(tx).scheduleException.create({ data: closed() });
    expect((await searchSlots(tx, query())).slots).toEqual([]);
    throw new Error("taken back");
  });
  await expect(undone).rejects.toThrow("taken back");
  expect(await starts()).toEqual(before);
  await platformClient().staff.update({ where: { id: ours.staff.id }, data: { name: "Andere" } });
  expect(await starts()).toEqual(before);
});
