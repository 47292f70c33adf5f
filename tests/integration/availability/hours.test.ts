import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { setBranchWeek, setStaffWeek } from "@/server/availability/hours/commands/set-week";
import { getWeek } from "@/server/availability/hours/queries/get-week";
import { listHours } from "@/server/availability/hours/queries/list-hours";
import { weekText } from "@/server/availability/hours/rules/week-text";
import { weekWords } from "@/server/availability/hours/rules/week-words";
import { setBranchWeekInput } from "@/server/availability/hours/schema";
import { searchSlots } from "@/server/availability/queries/search-slots";
import { companyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { fromWall, toLocal } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createBranch, createStaff } from "../../support/factories";
import { weekOf } from "../../unit/availability/hours/random-week";

let ours: BookableCompany;
const owner = () => ownerOf(ours.company);
const branch = () => ({ branchId: ours.company.branchId });
const of = (startTime: string, endTime: string) => [{ startTime, endTime, breakStart: null, breakEnd: null }];
const every = (startTime: string, endTime: string) => {
  const day = of(startTime, endTime);
  return weekOf({ 1: day, 2: day, 3: day, 4: day, 5: day, 6: day });
};
const text = (days: Parameters<typeof weekText>[0]) => weekText(days, { words: weekWords("de"), rest: "closed" });
beforeEach(async () => {
  ours = await createBookableCompany();
});

async function startsOn(date: string, branchId = ours.company.branchId): Promise<string[]> {
  const [from, until] = [0, 1440].map((minutes) => new Date(fromWall("Europe/Berlin", date, minutes)));
  const asked = { branchId, serviceId: ours.service.id, from: from as Date, until: until as Date };
  return (await searchSlots(owner(), asked)).slots.map(({ startsAt }) => toLocal("Europe/Berlin", startsAt).time);
}
const WEDNESDAY = "2026-12-02";

describe("a branch's week", () => {
  it("holds with the very next question", async () => {
    expect((await startsOn(WEDNESDAY)).at(0)).toBe("09:00");
    await setBranchWeek(owner(), { ...branch(), days: every("11:00", "15:00"), isConfirmed: false });
    const starts = await startsOn(WEDNESDAY);
    expect([starts.at(0), starts.at(-1)]).toEqual(["11:00", "14:30"]);
  });

  it("may be planned ahead, and for a time; what holds before and after stays", async () => {
    const summer = { validFrom: "2027-07-01", validUntil: "2027-08-31", days: every("08:00", "14:00") };
    await setBranchWeek(owner(), { ...branch(), ...summer, isConfirmed: false });
    const { plans } = await setBranchWeek(owner(), {
      ...branch(),
      validFrom: "2027-01-01",
      days: every("10:00", "19:00"),
      isConfirmed: false,
    });
    expect(plans.map(({ validFrom, validUntil, days }) => [validFrom, validUntil, text(days)])).toEqual([
      [null, "2026-12-31", "Mo–Sa 9–18 Uhr"],
      ["2027-01-01", "2027-06-30", "Mo–Sa 10–19 Uhr"],
      ["2027-07-01", "2027-08-31", "Mo–Sa 8–14 Uhr"],
      ["2027-09-01", null, "Mo–Sa 9–18 Uhr"],
    ]);
    expect((await startsOn("2026-12-30")).at(0)).toBe("09:00");
    expect((await startsOn("2027-01-02")).at(0)).toBe("10:00");
  });

  it("forgets a planned change when the week before it goes on", async () => {
    await setBranchWeek(owner(), {
      ...branch(),
      validFrom: "2027-03-01",
      days: every("10:00", "19:00"),
      isConfirmed: false,
    });
    const after = await setBranchWeek(owner(), {
      ...branch(),
      validFrom: "2027-03-01",
      days: every("09:00", "18:00"),
      isConfirmed: false,
    });
    expect(after.plans).toHaveLength(1);
  });

  it("keeps breaks and split shifts free", async () => {
    const long = [
      { startTime: "09:00", endTime: "14:00", breakStart: "11:00", breakEnd: "12:00" },
      ...of("16:00", "18:00"),
    ];
    await setBranchWeek(owner(), { ...branch(), days: weekOf({ 3: long }), isConfirmed: false });
    const starts = await startsOn(WEDNESDAY);
    expect(starts).toContain("10:30");
    expect(
      starts.filter((start) => (start > "10:30" && start < "12:00") || (start > "13:30" && start < "16:00")),
    ).toEqual([]);
    expect(await startsOn("2026-12-03")).toEqual([]);
  });

  it("is right on both days on which the clock changes", async () => {
    await platformClient().service.updateMany({ where: { id: ours.service.id }, data: { maxHorizonDays: 400 } });
    const days = weekOf({ 0: of("01:00", "05:00") });
    await setBranchWeek(owner(), { ...branch(), days, isConfirmed: true });
    await setStaffWeek(owner(), { staffId: ours.staff.id, days, isConfirmed: true });
    const spring = await startsOn("2027-03-28");
    expect(spring.filter((start) => start.startsWith("02"))).toEqual([]);
    expect([spring.at(0), spring.at(-1)]).toEqual(["01:00", "04:30"]);
    const autumn = await startsOn("2027-10-31");
    expect([autumn.at(0), autumn.at(-1), new Set(autumn).size]).toEqual(["01:00", "04:30", autumn.length]);
  });

  it("lists first which appointments would lie outside, and lets them be with a yes", async () => {
    const { appointment } = await bookAppointment(owner(), wishOf(ours, wednesdayAt(16)));
    await bookAppointment(owner(), wishOf(ours, wednesdayAt(10)));
    const change = { ...branch(), days: every("09:00", "16:15") };
    await expect(setBranchWeek(owner(), { ...change, isConfirmed: false })).rejects.toMatchObject({
      ...{ code: "PRECONDITION_FAILED", reason: "appointments_outside_hours" },
      details: {
        count: 1,
        appointments: [{ id: appointment.id, customerName: "Maria Schäfer", serviceName: "Haarschnitt" }],
      },
    });
    expect((await startsOn(WEDNESDAY)).at(-1)).toBe("17:30");
    await setBranchWeek(owner(), { ...change, isConfirmed: true });
    const again = { ...branch(), days: every("09:00", "16:10"), isConfirmed: false };
    await expect(setBranchWeek(owner(), again)).resolves.toMatchObject({ ownerType: "branch" });
  });

  it("tells whoever read an older one, and of two at the same time lets one through", async () => {
    const { version } = await getWeek(owner(), { staffId: null, ...branch() });
    const change = (end: string) =>
      setBranchWeek(owner(), { ...branch(), days: every("09:00", end), version, isConfirmed: true });
    const results = await Promise.allSettled(["17:00", "17:15", "17:30"].map(change));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ code: "VERSION_CONFLICT", details: { current: { ...branch() } } });
  });

  it("takes no week that can't be", () => {
    const faulty = (shifts: unknown[]) =>
      setBranchWeekInput.safeParse({ ...branch(), days: weekOf({ 1: shifts as never }) }).error?.issues[0]?.message;
    expect(faulty(of("18:00", "09:00"))).toBe("ends_before_start");
    expect(faulty([...of("09:00", "13:00"), ...of("12:00", "18:00")])).toBe("shifts_overlap");
    expect(faulty([{ startTime: "09:00", endTime: "12:00", breakStart: "12:00", breakEnd: "13:00" }])).toBe(
      "break_outside",
    );
    expect(faulty([{ startTime: "09:00", endTime: "12:00", breakStart: "10:00" }])).toBe("break_incomplete");
  });

  it("has the database say so too", async () => {
    const row = { companyId: ours.company.companyId, ownerType: "branch" as const, ...branch(), dayOfWeek: 1 };
    const write = (data: object) =>
      platformClient().workingHour.create({
        data: { id: newId(), ...row, startTime: "12:00", endTime: "13:00", ...data },
      });
    await expect(write({})).rejects.toThrow(/working_hours_once/);
    await expect(write({ validFrom: new Date("2027-01-01") })).rejects.toThrow(/working_hours_once/);
    await expect(write({ startTime: "18:00", endTime: "19:00" })).resolves.toBeDefined();
    await expect(write({ dayOfWeek: 0, endTime: "11:00" })).rejects.toThrow(/working_hours_times/);
  });
});

describe("somebody's week", () => {
  it("may differ in one branch: other hours, none at all, or as everywhere", async () => {
    const other = await createBranch(ours.company);
    const { id: staffId } = ours.staff;
    const { companyId } = ours.company;
    await platformClient().staffBranch.create({ data: { id: newId(), companyId, staffId, branchId: other.id } });
    await platformClient().branchService.create({
      data: { id: newId(), companyId, serviceId: ours.service.id, branchId: other.id },
    });
    const days = weekOf({ 2: of("12:00", "14:00"), 3: "closed" }, "general");
    const week = await setStaffWeek(owner(), { staffId, branchId: other.id, days, isConfirmed: false });
    expect(week.plans[0]?.days.map(({ mode }) => mode)).toEqual([
      "general",
      "general",
      "open",
      "closed",
      "general",
      "general",
      "general",
    ]);
    expect(await startsOn(WEDNESDAY, other.id)).toEqual([]);
    expect((await startsOn("2026-12-08", other.id)).at(0)).toBe("12:00");
    expect((await startsOn("2026-12-03", other.id)).at(0)).toBe("09:00");
    expect((await startsOn(WEDNESDAY)).at(0)).toBe("09:00");
    const listed = (await listHours(owner(), { staffId })).map(({ branchId }) => branchId);
    expect(listed).toEqual(expect.arrayContaining([null, other.id, ours.company.branchId]));
  });

  it("lists the appointments that are this person's, not those of others", async () => {
    const colleague = await createStaff(ours.company, { name: "Bea Zweit" });
    await bookAppointment(owner(), { ...wishOf(ours, wednesdayAt(16)), staffId: colleague.id });
    const change = { staffId: ours.staff.id, days: every("09:00", "12:00") };
    await expect(setStaffWeek(owner(), { ...change, isConfirmed: false })).resolves.toBeDefined();
    const theirs = setStaffWeek(owner(), { ...change, staffId: colleague.id, isConfirmed: false });
    await expect(theirs).rejects.toMatchObject({ details: { count: 1, appointments: [{ staffName: "Bea Zweit" }] } });
  });

  it("is nobody's to read but their own where a role is so", async () => {
    const colleague = await createStaff(ours.company, { name: "Bea Zweit" });
    const ctx = companyContext({ ...owner(), restriction: { branchIds: [], staffId: ours.staff.id } });
    expect((await listHours(ctx, {})).filter(({ staffId }) => staffId).map(({ staffId }) => staffId)).toEqual([
      ours.staff.id,
    ]);
    await expect(getWeek(ctx, { staffId: colleague.id, branchId: null })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is out of reach for whoever works in other branches", async () => {
    const other = await createBranch(ours.company);
    const ctx = companyContext({ ...owner(), restriction: { branchIds: [other.id] } });
    const week = { days: every("09:00", "12:00"), isConfirmed: true };
    await expect(setStaffWeek(ctx, { staffId: ours.staff.id, ...week })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(setBranchWeek(ctx, { ...branch(), ...week })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listHours(ctx, {})).map(({ branchId }) => branchId)).toEqual([other.id]);
  });
});
