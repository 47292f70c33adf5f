import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { createException } from "@/server/availability/exceptions/commands/create-exception";
import { createHoliday } from "@/server/availability/holidays/commands/create-holiday";
import { deleteHoliday } from "@/server/availability/holidays/commands/delete-holiday";
import { deriveHolidays } from "@/server/availability/holidays/commands/derive-holidays";
import { observeHolidays } from "@/server/availability/holidays/commands/observe-holidays";
import { placeBranch, placeCompany } from "@/server/availability/holidays/commands/place-branch";
import { listCompaniesWithoutHolidays } from "@/server/availability/holidays/queries/list-companies-without-holidays";
import { listHolidays } from "@/server/availability/holidays/queries/list-holidays";
import { listPlaces } from "@/server/availability/holidays/queries/list-places";
import { searchSlots } from "@/server/availability/queries/search-slots";
import { companyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { fromWall } from "@/server/core/time";
import { jobOf, NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wishOf } from "../../support/booking";
import { createBranch } from "../../support/factories";

let ours: BookableCompany;
const owner = (now = NOW) => ownerOf(ours.company, now);
beforeEach(async () => {
  ours = await createBookableCompany();
  await platformClient().company.update({ where: { id: ours.company.companyId }, data: { state: "BY" } });
  await deriveHolidays(jobOf(ours.company));
});

const days = async (year: number, branchId = ours.company.branchId) =>
  (await listHolidays(owner(), { branchId, year }))
    .filter(({ isObserved }) => isObserved)
    .map(({ date }) => date.slice(5));
const idsOf = async (date: string, branchId?: string) =>
  (await listHolidays(owner(), { branchId })).filter((day) => day.date === date).map(({ id }) => id);
const at = (date: string, minutes: number) => new Date(fromWall("Europe/Berlin", date, minutes));
const slotsOn = async (date: string) => {
  const day = { from: at(date, 0), until: at(date, 1440) };
  const { branchId } = ours.company;
  return (await searchSlots(owner(), { branchId, serviceId: ours.service.id, ...day })).slots.length;
};

/** A Wednesday, and a holiday in the two states of the south that have it. */
const EPIPHANY = "2027-01-06";

describe("public holidays", () => {
  it("are those of the branch's place, for this year and the next two", async () => {
    expect(await days(2027)).toEqual(
      "01-01 01-06 03-26 03-29 05-01 05-06 05-17 05-27 08-15 10-03 11-01 12-25 12-26".split(" "),
    );
    expect((await days(2026)).length).toBeGreaterThan(10);
    expect((await days(2028)).length).toBeGreaterThan(10);
    expect(await days(2029)).toEqual([]);
    expect(await slotsOn(EPIPHANY)).toBe(0);
  });

  it("may be worked on; with the very next question there are times", async () => {
    await observeHolidays(owner(), { holidayIds: await idsOf(EPIPHANY), isObserved: false, isConfirmed: false });
    expect(await slotsOn(EPIPHANY)).toBeGreaterThan(0);
    expect(await days(2027)).not.toContain("01-06");
  });

  it("keep their switches when the place changes and changes back, and when a year is added", async () => {
    const { branchId } = ours.company;
    await observeHolidays(owner(), { holidayIds: await idsOf(EPIPHANY), isObserved: false, isConfirmed: false });
    await observeHolidays(owner(), { holidayIds: await idsOf("2028-12-26"), isObserved: false, isConfirmed: false });
    await placeBranch(owner(), { branchId, state: "BE" });
    expect(await days(2027)).toContain("03-08");
    expect(await idsOf(EPIPHANY)).toEqual([]);
    await placeBranch(owner(), { branchId, state: "BW" });
    expect(await days(2027)).not.toContain("03-08");
    expect(await days(2027)).not.toContain("01-06");
    expect(await idsOf(EPIPHANY)).toHaveLength(1);
    await deriveHolidays(owner(new Date("2027-01-01T10:00:00Z")));
    expect(await days(2029)).toContain("01-01");
    expect(await days(2029)).not.toContain("12-26");
  });

  it("differ between branches in different states; each has its own switch", async () => {
    const berlin = await createBranch(ours.company, { country: "DE", state: "BE" });
    await deriveHolidays(jobOf(ours.company));
    expect(await days(2027, berlin.id)).toContain("03-08");
    expect(await days(2027)).not.toContain("03-08");
    const [atHome, inBerlin] = [ours.company.branchId, berlin.id];
    await observeHolidays(owner(), {
      holidayIds: await idsOf("2027-05-17", inBerlin),
      isObserved: false,
      isConfirmed: false,
    });
    expect(await days(2027, inBerlin)).not.toContain("05-17");
    expect(await days(2027, atHome)).toContain("05-17");
  });

  it("know what Augsburg has for itself, and that some days depend on the municipality", async () => {
    const { branchId } = ours.company;
    const assumption = async () =>
      (await listHolidays(owner(), { year: 2027 })).find(({ date }) => date === "2027-08-15");
    expect(await assumption()).toMatchObject({ isObserved: true, isChoice: true });
    await placeBranch(owner(), { branchId, municipality: "augsburg" });
    expect(await days(2027)).toContain("08-08");
    expect(await assumption()).toMatchObject({ isObserved: true, isChoice: false });
    expect(await listPlaces(owner())).toMatchObject([{ label: "Bayern" }, { label: "augsburg, Bayern", branchId }]);
  });

  it("follow the company where a branch says nothing itself, and never across a border", async () => {
    const vienna = await createBranch(ours.company, { country: "AT" });
    await placeCompany(owner(), { country: "DE", state: "HH" });
    expect(await days(2027)).toContain("10-31");
    expect(await days(2027, vienna.id)).toContain("10-26");
    expect(await days(2027, vienna.id)).not.toContain("10-31");
  });

  it("are found missing after a move that nobody told of, and for each new year", async () => {
    const { companyId, branchId } = ours.company;
    const isMissing = async (now = NOW) => (await listCompaniesWithoutHolidays({ now })).includes(companyId);
    expect(await isMissing()).toBe(false);
    expect(await isMissing(new Date("2027-01-01T00:00:00Z"))).toBe(true);
    await platformClient().branch.update({ where: { id: branchId }, data: { state: "SN" } });
    expect(await isMissing()).toBe(true);
    await deriveHolidays(jobOf(ours.company));
    expect(await isMissing()).toBe(false);
    expect(await days(2027)).toContain("11-17");
  });

  it("are written once, however often and at the same time they are derived", async () => {
    const branch = await createBranch(ours.company, { state: "NW" });
    await Promise.all([1, 2, 3].map(() => deriveHolidays(jobOf(ours.company))));
    const rows = await listHolidays(owner(), { branchId: branch.id, year: 2027 });
    expect(new Set(rows.map(({ date }) => date)).size).toBe(rows.length);
  });
});

describe("a day off of the company's own", () => {
  it("closes all branches, or one, and can be taken back", async () => {
    const date = "2027-02-08";
    const day = await createHoliday(owner(), { date, name: "Rosenmontag", isConfirmed: false });
    expect(await slotsOn(date)).toBe(0);
    await deriveHolidays(jobOf(ours.company));
    await deleteHoliday(owner(), { holidayId: day.id });
    expect(await slotsOn(date)).toBeGreaterThan(0);
  });

  it("says first which appointments lie on it", async () => {
    const startsAt = at("2026-12-09", 600);
    const { appointment } = await bookAppointment(owner(), wishOf(ours, startsAt));
    const wish = { date: "2026-12-09", name: "Inventur" };
    await expect(createHoliday(owner(), { ...wish, isConfirmed: false })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      details: { count: 1, appointments: [{ id: appointment.id, customerName: "Maria Schäfer" }] },
    });
    await createHoliday(owner(), { ...wish, isConfirmed: true });
    expect(await slotsOn("2026-12-09")).toBe(0);
  });

  it("is looked for by the clock of the branch, also where it closes all of them", async () => {
    const [timezone, { branchId }] = ["Pacific/Honolulu", ours.company];
    await platformClient().branch.update({ where: { id: branchId }, data: { timezone } });
    await createBranch(ours.company);
    await bookAppointment(owner(), wishOf(ours, new Date(fromWall(timezone, "2026-12-09", 14 * 60))));
    for (const where of [{ branchId }, {}]) {
      const close = (date: string) => createHoliday(owner(), { date, name: "Inventur", isConfirmed: false, ...where });
      await expect(close("2026-12-09")).rejects.toMatchObject({ details: { count: 1 } });
      await expect(close("2026-12-10")).resolves.toBeDefined();
    }
  });

  it("gives way to special hours", async () => {
    const { branchId } = ours.company;
    await createException(owner(), {
      ...{ branchId, kind: "special_hours", startsOn: EPIPHANY, endsOn: EPIPHANY, isConfirmed: false },
      hours: [{ startTime: "10:00", endTime: "12:00" }],
    });
    expect(await slotsOn(EPIPHANY)).toBeGreaterThan(0);
  });

  it("is not what a public holiday is: that one can only be worked on", async () => {
    const [holidayId = ""] = await idsOf(EPIPHANY);
    await expect(deleteHoliday(owner(), { holidayId })).rejects.toMatchObject({ reason: "public_holiday" });
  });
});

describe("whoever works in one branch", () => {
  const manager = (branchIds: string[]) => companyContext({ ...owner(), restriction: { branchIds } });

  it("decides for it, not for the others and not for all", async () => {
    const other = await createBranch(ours.company, { state: "BY" });
    await deriveHolidays(jobOf(ours.company));
    const ctx = manager([other.id]);
    const off = (ids: string[]) => observeHolidays(ctx, { holidayIds: ids, isObserved: false, isConfirmed: false });
    await off(await idsOf(EPIPHANY, other.id));
    await expect(off(await idsOf(EPIPHANY, ours.company.branchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const everywhere = { date: "2027-03-01", name: "Inventur", isConfirmed: false };
    await expect(createHoliday(ctx, everywhere)).rejects.toMatchObject({ reason: "all_branches_needed" });
    await expect(placeBranch(ctx, { branchId: ours.company.branchId, state: "BE" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(createHoliday(ctx, { ...everywhere, branchId: other.id })).resolves.toMatchObject({
      branchId: other.id,
    });
  });
});
