import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { createException } from "@/server/availability/exceptions/commands/create-exception";
import { deleteException } from "@/server/availability/exceptions/commands/delete-exception";
import { editException } from "@/server/availability/exceptions/commands/edit-exception";
import { getTeamMonth } from "@/server/availability/exceptions/queries/get-team-month";
import { listExceptions } from "@/server/availability/exceptions/queries/list-exceptions";
import { createExceptionInput } from "@/server/availability/exceptions/schema";
import { findNextOpening } from "@/server/availability/queries/find-next-opening";
import { searchSlots } from "@/server/availability/queries/search-slots";
import { companyContext } from "@/server/core/context";
import { fromWall } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createBranch, createStaff } from "../../support/factories";

let ours: BookableCompany;
const owner = () => ownerOf(ours.company);
beforeEach(async () => {
  ours = await createBookableCompany();
});

const WEDNESDAY = "2026-12-02";
const whole = (startsOn = WEDNESDAY, endsOn = startsOn) => ({ startsOn, endsOn, isConfirmed: false });
const page = { limit: 50 };

async function slots(date = WEDNESDAY): Promise<number> {
  const [from, until] = [0, 1440].map((minutes) => new Date(fromWall("Europe/Berlin", date, minutes)));
  const asked = {
    branchId: ours.company.branchId,
    serviceId: ours.service.id,
    from: from as Date,
    until: until as Date,
  };
  return (await searchSlots(owner(), asked)).slots.length;
}

describe("an absence", () => {
  it("takes whole days, and gives them back", async () => {
    const before = await slots();
    const { id, startsAt, endsAt } = await createException(owner(), {
      staffId: ours.staff.id,
      kind: "vacation",
      ...whole(),
    });
    expect([startsAt, endsAt]).toEqual([wednesdayAt(0), wednesdayAt(24)]);
    expect(await slots()).toBe(0);
    expect(await slots("2026-12-03")).toBeGreaterThan(0);
    await deleteException(owner(), { exceptionId: id });
    expect(await slots()).toBe(before);
  });

  it("takes hours, and is read back as it was said", async () => {
    const hours = { ...whole(), startTime: "10:00", endTime: "12:30" };
    const view = await createException(owner(), { staffId: ours.staff.id, kind: "training", ...hours });
    expect(view).toMatchObject({
      startsOn: WEDNESDAY,
      endsOn: WEDNESDAY,
      startTime: "10:00",
      endTime: "12:30",
      ownerName: "Alex Muster",
    });
    const until = { ...whole(), startTime: "22:00", endTime: "24:00" };
    expect(await editException(owner(), { exceptionId: view.id, ...until })).toMatchObject({
      endsOn: WEDNESDAY,
      endTime: "24:00",
    });
  });

  it("is as long as the days are on which the clock changes", async () => {
    const lengthOf = async (date: string) => {
      const { startsAt, endsAt, ...view } = await createException(owner(), {
        staffId: ours.staff.id,
        kind: "sick",
        ...whole(date),
      });
      expect(view).toMatchObject({ startsOn: date, endsOn: date, startTime: null });
      return (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
    };
    expect(await lengthOf("2027-03-28")).toBe(23);
    expect(await lengthOf("2027-10-31")).toBe(25);
    const skipped = { ...whole("2027-03-28"), startTime: "02:30", endTime: "06:00" };
    const wish = createException(owner(), { staffId: ours.staff.id, kind: "sick", ...skipped });
    await expect(wish).rejects.toMatchObject({ code: "VALIDATION_ERROR", reason: "skipped_by_clock" });
    for (const [startTime, endTime] of [["02:30", "06:00"] as const, ["01:00", "02:00"] as const]) {
      const twice = { ...whole("2027-10-31"), startTime, endTime };
      const unclear = createException(owner(), { staffId: ours.staff.id, kind: "sick", ...twice });
      await expect(unclear).rejects.toMatchObject({ code: "VALIDATION_ERROR", reason: "repeated_by_clock" });
    }
  });

  it("says first which appointments lie in it, and leaves them with a yes", async () => {
    const { appointment } = await bookAppointment(owner(), wishOf(ours));
    const wish = { staffId: ours.staff.id, kind: "sick" as const, ...whole() };
    await expect(createException(owner(), wish)).rejects.toMatchObject({
      ...{ code: "PRECONDITION_FAILED", reason: "appointments_in_the_way" },
      details: { count: 1, appointments: [{ id: appointment.id }] },
    });
    await createException(owner(), { ...wish, isConfirmed: true });
    const after = { ...whole("2026-12-02"), startTime: "10:30", endTime: "12:00" };
    await expect(createException(owner(), { staffId: ours.staff.id, kind: "sick", ...after })).resolves.toBeDefined();
  });

  it("names customers only to whoever may see appointments", async () => {
    await bookAppointment(owner(), wishOf(ours));
    const ctx = companyContext({ ...owner(), permissions: new Set(["create_schedule_exceptions"]) });
    const wish = createException(ctx, { staffId: ours.staff.id, kind: "sick", ...whole() });
    await expect(wish).rejects.toMatchObject({ details: { count: 1, appointments: [{ customerName: null }] } });
  });

  it("of a branch or the company closes them; special hours open them", async () => {
    const { branchId } = ours.company;
    const closed = await createException(owner(), { branchId, kind: "closed", ...whole() });
    expect(await slots()).toBe(0);
    await deleteException(owner(), { exceptionId: closed.id });
    await createException(owner(), { kind: "closed", ...whole("2026-12-03") });
    expect(await slots("2026-12-03")).toBe(0);
    const hours = [{ startTime: "09:00", endTime: "10:00" }];
    await createException(owner(), { branchId, kind: "special_hours", hours, ...whole() });
    expect(await slots()).toBe(3);
  });

  it("is of a kind that fits", async () => {
    const { branchId } = ours.company;
    await expect(createException(owner(), { branchId, kind: "sick", ...whole() })).rejects.toMatchObject({
      reason: "kind_of_another",
    });
    const faulty = (input: object) =>
      createExceptionInput.safeParse({ kind: "closed", ...whole(), ...input }).error?.issues[0]?.message;
    expect(faulty({ endsOn: "2026-12-01" })).toBe("ends_before_start");
    expect(faulty({ startTime: "10:00" })).toBe("required");
    expect(faulty({ kind: "special_hours" })).toBe("hours_needed");
    expect(faulty({ branchId, staffId: ours.staff.id })).toBe("one_owner");
    expect(faulty({ endsOn: "2029-12-02" })).toBe("range_too_long");
  });

  it("is not overwritten by whoever read an older one", async () => {
    const { id, version } = await createException(owner(), { staffId: ours.staff.id, kind: "vacation", ...whole() });
    await editException(owner(), { exceptionId: id, version, kind: "vacation", ...whole("2026-12-03") });
    const late = editException(owner(), { exceptionId: id, version, kind: "sick", ...whole("2026-12-04") });
    await expect(late).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
      details: { current: { startsOn: "2026-12-03" } },
    });
    await expect(deleteException(owner(), { exceptionId: id, version })).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
    });
  });
});

describe("the list and the month", () => {
  it("hold what concerns a branch, by when it begins", async () => {
    const other = await createBranch(ours.company);
    const elsewhere = await createStaff({ ...ours.company, branchId: other.id }, { name: "Cem Anderswo" });
    await createException(owner(), { staffId: elsewhere.id, kind: "vacation", ...whole("2026-12-04") });
    await createException(owner(), { kind: "closed", ...whole("2026-12-24") });
    await createException(owner(), { staffId: ours.staff.id, kind: "vacation", ...whole("2026-11-30", "2026-12-01") });
    const { branchId } = ours.company;
    const { items } = await listExceptions(owner(), { ...page, branchId });
    expect(items.map(({ startsOn, ownerType }) => [startsOn, ownerType])).toEqual([
      ["2026-11-30", "staff"],
      ["2026-12-24", "company"],
    ]);
    const month = await getTeamMonth(owner(), { month: "2026-12", branchId });
    expect(month.days).toHaveLength(31);
    expect(month.people.map(({ name }) => name)).toEqual(["Alex Muster"]);
    expect(month.exceptions).toHaveLength(2);
    const ctx = companyContext({ ...owner(), restriction: { branchIds: [other.id] } });
    expect((await listExceptions(ctx, page)).items.map(({ startsOn }) => startsOn)).toEqual([
      "2026-12-04",
      "2026-12-24",
    ]);
    await expect(createException(ctx, { kind: "closed", ...whole() })).rejects.toMatchObject({
      reason: "all_branches_needed",
    });
    await expect(createException(ctx, { staffId: ours.staff.id, kind: "sick", ...whole() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("goes on where a page ended", async () => {
    for (const day of ["03", "04", "05"])
      await createException(owner(), { staffId: ours.staff.id, kind: "vacation", ...whole(`2026-12-${day}`) });
    const first = await listExceptions(owner(), { limit: 2, withTotal: true });
    const second = await listExceptions(owner(), { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ startsOn }) => startsOn)).toEqual([
      "2026-12-03",
      "2026-12-04",
      "2026-12-05",
    ]);
    expect([first.total, second.nextCursor]).toEqual([3, null]);
  });

  it("is heard by whoever calls back: a closed branch opens later", async () => {
    await createException(owner(), { branchId: ours.company.branchId, kind: "closed", ...whole("2026-12-01") });
    expect(await findNextOpening(owner(), { branchId: ours.company.branchId })).toEqual(wednesdayAt(9));
  });
});
