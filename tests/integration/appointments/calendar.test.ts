import { beforeEach, describe, expect, it } from "vitest";
import { checkMove } from "@/server/appointments/calendar/queries/check-move";
import { getCalendar } from "@/server/appointments/calendar/queries/get-calendar";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import { findFreeSlots } from "@/server/availability/queries/find-free-slots";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { MINUTE } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createBranch, createService, createStaff } from "../../support/factories";
import { createComposite, createNeed, createResource, createSession } from "../../support/scheduling";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const owner = () => ownerOf(ours.company);
/** The week of the second of December, from Monday. */
const week = { date: "2026-11-30", dayCount: 7 };
const at = (hours: number, minutes = 0) => wednesdayAt(hours, minutes).getTime();
const book = async (startsAt = wednesdayAt(10), wish = {}) =>
  (await bookAppointment(owner(), { ...wishOf(ours, startsAt), ...wish })).appointment;
const columnOf = async (ctx = owner(), input = {}) => {
  const { people } = await getCalendar(ctx, { ...week, ...input });
  return people.find(({ id }) => id === ours.staff.id);
};
const onWednesday = <T extends { from: number }>(stretches: readonly T[] = []) =>
  stretches.filter(({ from }) => from >= at(0) && from < at(24));
const away = (kind: "vacation" | "closed", owned: object) =>
  platformClient().scheduleException.create({
    data: {
      ...{ id: newId(), companyId: ours.company.companyId, kind, startsAt: wednesdayAt(12), endsAt: wednesdayAt(15) },
      ...{ ownerType: "staff", ...owned },
    },
  });

describe("the calendar", () => {
  it("shows what takes place, with whom and for whom", async () => {
    const { id } = await book();
    const gone = await book(wednesdayAt(14));
    await cancelAppointment(owner(), { appointmentId: gone.id, isConfirmed: true, notifyCustomer: false });
    const { entries, timezone } = await getCalendar(owner(), week);
    expect(timezone).toBe("Europe/Berlin");
    expect(entries).toMatchObject([
      {
        ...{ id, staffId: ours.staff.id, startsAt: at(10), endsAt: at(10, 30), status: "confirmed", parts: [] },
        ...{ customerName: "Maria Schäfer", serviceName: "Haarschnitt", calcomSyncStatus: "not_linked", version: 1 },
      },
    ]);
  });

  it("names the rooms that an appointment takes, as its details and the offer before it do", async () => {
    const room = await createResource(ours.company, { name: "Kabine 2" });
    await createNeed(ours.company, { serviceId: ours.service.id, resourceId: room.id, quantity: 1 });
    const { branchId } = ours.company;
    const range = { from: wednesdayAt(9), until: wednesdayAt(12) };
    const { slots } = await findFreeSlots(owner(), { branchId, serviceId: ours.service.id, ...range });
    expect(slots[0]?.resources).toEqual([{ id: room.id, name: "Kabine 2" }]);
    const { id } = await book();
    expect((await getCalendar(owner(), week)).entries).toMatchObject([{ id, resources: ["Kabine 2"] }]);
    expect((await getAppointment(owner(), { appointmentId: id })).resources).toEqual([
      {
        ...{ id: room.id, name: "Kabine 2", quantity: 1 },
        ...{ blockedFrom: wednesdayAt(10), blockedUntil: wednesdayAt(10, 30) },
      },
    ]);
  });

  it("takes whole days by the branch's clock, also where the clocks change", async () => {
    const late = await book(new Date(at(17, 30)));
    const days = (date: string) => getCalendar(owner(), { date, dayCount: 1 });
    expect((await days("2026-12-02")).entries.map(({ id }) => id)).toEqual([late.id]);
    expect((await days("2026-12-03")).entries).toEqual([]);
    const [person] = (await days("2027-03-28")).people;
    expect(person?.working).toEqual([]);
    const [monday] = (await days("2027-03-29")).people;
    expect(monday?.working).toEqual([{ from: Date.UTC(2027, 2, 29, 7), until: Date.UTC(2027, 2, 29, 16) }]);
  });

  it("shows when people work, and what keeps them from it", async () => {
    expect(onWednesday((await columnOf())?.working)).toEqual([{ from: at(9), until: at(18) }]);
    await away("vacation", { staffId: ours.staff.id });
    const column = await columnOf();
    expect(onWednesday(column?.working)).toEqual([
      { from: at(9), until: at(12) },
      { from: at(15), until: at(18) },
    ]);
    expect(column?.absences).toEqual([{ kind: "vacation", from: at(12), until: at(15) }]);
    const { companyId, branchId } = ours.company;
    const day = { date: new Date("2026-12-02"), key: "own", name: "Betriebsausflug" };
    await platformClient().holiday.create({ data: { id: newId(), companyId, branchId, ...day } });
    expect(onWednesday((await columnOf())?.working)).toEqual([]);
    expect((await getCalendar(owner(), week)).holidays).toEqual([{ date: "2026-12-02", name: "Betriebsausflug" }]);
  });

  it("says why somebody is away only to whoever may see absences", async () => {
    await away("vacation", { staffId: ours.staff.id });
    const permissions = new Set(["view_appointments"]);
    expect((await columnOf({ ...owner(), permissions }))?.absences).toEqual([
      { kind: null, from: at(12), until: at(15) },
    ]);
  });

  it("shows that the business is closed in between", async () => {
    await away("closed", { ownerType: "company" });
    expect((await getCalendar(owner(), week)).closures).toMatchObject([{ from: at(12), until: at(15) }]);
  });

  it("shows the parts of a visit, and where the customer waits", async () => {
    const colour = await createComposite(ours.company, [
      { name: "Auftragen", durationMinutes: 30 },
      { name: "Einwirken", durationMinutes: 45, isStaffFree: true, staffMode: "same" },
      { name: "Schneiden", durationMinutes: 30, staffMode: "same" },
    ]);
    await book(wednesdayAt(10), { serviceId: colour.id, staffId: null });
    const [entry] = (await getCalendar(owner(), week)).entries;
    expect(entry?.parts).toMatchObject([
      { name: "Auftragen", startsAt: at(10), endsAt: at(10, 30), occupiesStaff: true },
      { name: "Einwirken", startsAt: at(10, 30), endsAt: at(11, 15), occupiesStaff: false },
      { name: "Schneiden", startsAt: at(11, 15), endsAt: at(11, 45), occupiesStaff: true },
    ]);
  });

  it("shows a class once, not each place in it", async () => {
    const course = await createService(ours.company, { name: "Yoga", capacity: 8 });
    const times = { startsAt: wednesdayAt(10), endsAt: wednesdayAt(11), capacity: 8 };
    const { id } = await createSession(ours.company, { ...times, serviceId: course.id, staffId: ours.staff.id });
    await book(wednesdayAt(10), { serviceId: course.id, staffId: null });
    const { sessions, entries } = await getCalendar(owner(), week);
    expect(entries).toEqual([]);
    expect(sessions).toMatchObject([{ id, serviceName: "Yoga", startsAt: at(10), capacity: 8 }]);
  });

  it("tells of what is elsewhere only that it takes time", async () => {
    const { company, staff } = ours;
    const { companyId } = company;
    const other = await createBranch(company);
    await platformClient().staffBranch.create({
      data: { id: newId(), companyId, staffId: staff.id, branchId: other.id },
    });
    await platformClient().branchService.create({
      data: { id: newId(), companyId, branchId: other.id, serviceId: ours.service.id },
    });
    await book(wednesdayAt(10), { branchId: other.id });
    const here = await getCalendar(owner(), { ...week, branchId: company.branchId });
    expect(here.entries).toEqual([]);
    expect(here.people[0]?.busy).toEqual([{ source: "elsewhere", from: at(10), until: at(10, 30) }]);
    const restricted = { ...owner(), restriction: { branchIds: [company.branchId] } };
    expect((await getCalendar(restricted, week)).entries).toEqual([]);
    await expect(getCalendar(restricted, { ...week, branchId: other.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getCalendar(owner(), week)).entries).toHaveLength(1);
  });

  it("shows whoever sees only their own just that, and only the people asked for", async () => {
    const colleague = await createStaff(ours.company, { name: "Bea Blond" });
    await book(wednesdayAt(10), { staffId: colleague.id });
    const mine = await book(wednesdayAt(11));
    const own = { ...owner(), restriction: { branchIds: [], staffId: ours.staff.id } };
    const seen = await getCalendar(own, week);
    expect(seen.people.map(({ name }) => name)).toEqual(["Alex Muster"]);
    expect(seen.entries.map(({ id }) => id)).toEqual([mine.id]);
    const asked = await getCalendar(owner(), { ...week, staffIds: [colleague.id] });
    expect(asked.people.map(({ name }) => name)).toEqual(["Bea Blond"]);
    expect(asked.entries).toMatchObject([{ staffId: colleague.id }]);
  });

  it("keeps the column of somebody who has left, as long as there is something in it", async () => {
    await book();
    await platformClient().staff.update({ where: { id: ours.staff.id }, data: { isActive: false } });
    expect(await columnOf()).toBeDefined();
    expect(await columnOf(owner(), { date: "2026-12-07" })).toBeUndefined();
  });

  it("shows nothing of another company", async () => {
    const theirs = await createBookableCompany();
    await bookAppointment(ownerOf(theirs.company), wishOf(theirs));
    const seen = await getCalendar(owner(), { ...week, staffIds: [theirs.staff.id] });
    expect(seen).toMatchObject({ people: [], entries: [] });
    await expect(getCalendar(owner(), { ...week, branchId: theirs.company.branchId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("while somebody drags", () => {
  it("answers whether it could go there, its own time counting as free", async () => {
    const { id: appointmentId } = await book();
    await book(wednesdayAt(12));
    const check = (newStartsAt: Date, more = {}) => checkMove(owner(), { appointmentId, newStartsAt, ...more });
    expect(await check(wednesdayAt(10, 5))).toEqual({ isFree: true, reason: null });
    expect(await check(wednesdayAt(12))).toEqual({ isFree: false, reason: "fully_booked" });
    expect(await check(wednesdayAt(10), { durationMinutes: 150 })).toMatchObject({ isFree: false });
    expect(await check(wednesdayAt(20))).toMatchObject({
      isFree: false,
      reason: expect.stringMatching(/closed|hours/),
    });
  });

  it("knows nothing of another company's appointment", async () => {
    const { id: appointmentId } = await book();
    const theirs = await createBookableCompany();
    const there = checkMove(ownerOf(theirs.company), { appointmentId, newStartsAt: wednesdayAt(11) });
    await expect(there).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a longer appointment", () => {
  const minutesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
    (endsAt.getTime() - startsAt.getTime()) / MINUTE;

  it("takes the time that it needs, keeps its length when it moves, and counts as no move", async () => {
    const { id: appointmentId } = await book();
    const longer = { appointmentId, newStartsAt: wednesdayAt(10), durationMinutes: 75 };
    const { appointment } = await rescheduleAppointment(owner(), { ...longer, isConfirmed: false });
    expect(minutesOf(appointment)).toBe(75);
    await expect(book(wednesdayAt(11))).rejects.toMatchObject({ code: "APPOINTMENT_CONFLICT" });
    const row = await platformClient().appointment.findUniqueOrThrow({
      where: { id: appointmentId },
      include: { appointmentModifications: { where: { type: "reassigned" } } },
    });
    expect(row.moveCount).toBe(0);
    expect(row.appointmentModifications).toMatchObject([
      { oldValues: { durationMinutes: 30 }, newValues: { durationMinutes: 75 } },
    ]);
    const later = { appointmentId, newStartsAt: wednesdayAt(14), isConfirmed: true };
    expect(minutesOf((await rescheduleAppointment(owner(), later)).appointment)).toBe(75);
  });

  it("is refused where the next one begins, and for what consists of parts", async () => {
    const { id: appointmentId } = await book();
    await book(wednesdayAt(11));
    const longer = { newStartsAt: wednesdayAt(10), durationMinutes: 90, isConfirmed: false };
    await expect(rescheduleAppointment(owner(), { appointmentId, ...longer })).rejects.toMatchObject({
      code: "APPOINTMENT_CONFLICT",
    });
    const colour = await createComposite(ours.company, [{ name: "Auftragen" }, { name: "Schneiden" }]);
    const chain = await book(wednesdayAt(14), { serviceId: colour.id, staffId: null });
    await expect(
      rescheduleAppointment(owner(), { ...longer, appointmentId: chain.id, newStartsAt: wednesdayAt(14) }),
    ).rejects.toMatchObject({ code: "VALIDATION_ERROR", reason: "duration_is_fixed" });
  });
});
