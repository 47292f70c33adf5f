import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { platformClient } from "@/server/core/db";
import { DAY } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";

let ours: BookableCompany;
beforeEach(async () => {
  ours = await createBookableCompany();
});

const platform = platformClient();
const owner = () => ownerOf(ours.company);
const book = (startsAt: Date) => bookAppointment(owner(), wishOf(ours, startsAt));
const limitStaff = (data: { maxHoursPerDay?: number; maxHoursPerWeek?: number }) =>
  platform.staff.update({ where: { id: ours.staff.id }, data });
const limitService = (maxPerDay: number) =>
  platform.service.update({ where: { id: ours.service.id }, data: { maxPerDay } });
const stored = () =>
  platform.appointment.findMany({
    where: { companyId: ours.company.companyId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
const hours = [9, 10, 11, 12, 13, 14, 15, 16];

/** All at once; says what each was refused with. */
async function refusalsOf(attempts: Promise<unknown>[]) {
  const outcomes = await Promise.allSettled(attempts);
  return outcomes.flatMap((one) => (one.status === "rejected" ? [`${one.reason.code} ${one.reason.reason}`] : []));
}

describe("booked at the same moment, at times that do not touch", () => {
  it("a service stays within its times a day", async () => {
    await limitService(3);
    const refusals = await refusalsOf(hours.map((hour) => book(wednesdayAt(hour))));
    expect(await stored()).toHaveLength(3);
    expect(refusals).toEqual(new Array(5).fill("APPOINTMENT_CONFLICT daily_limit_reached"));
  });

  it("a person stays within the hours of a day", async () => {
    const minutes = ours.service.durationMinutes;
    await limitStaff({ maxHoursPerDay: (2 * minutes) / 60 });
    const refusals = await refusalsOf(hours.map((hour) => book(wednesdayAt(hour))));
    expect(await stored()).toHaveLength(2);
    expect(refusals).toEqual(new Array(6).fill("APPOINTMENT_CONFLICT working_time_limit_reached"));
  });

  it("a person stays within the hours of a week, on whichever of its days", async () => {
    await limitStaff({ maxHoursPerWeek: (2 * ours.service.durationMinutes) / 60 });
    const days = [0, 1, 2].map((n) => new Date(wednesdayAt(10).getTime() + n * DAY));
    const refusals = await refusalsOf(days.map(book));
    expect(await stored()).toHaveLength(2);
    expect(refusals).toEqual(["APPOINTMENT_CONFLICT working_time_limit_reached"]);
  });

  it("appointments that are moved to a day count there, too", async () => {
    const thursdayAt = (hour: number) => new Date(wednesdayAt(hour).getTime() + DAY);
    for (const hour of [10, 11, 12]) await book(wednesdayAt(hour));
    const ids = (await stored()).map(({ id }) => id);
    await limitService(1);
    const move = (appointmentId: string, nr: number) =>
      rescheduleAppointment(owner(), { appointmentId, newStartsAt: thursdayAt(10 + nr), isConfirmed: true });
    const refusals = await refusalsOf(ids.map(move));
    expect(refusals).toEqual(new Array(2).fill("APPOINTMENT_CONFLICT daily_limit_reached"));
    expect((await stored()).filter(({ startsAt }) => startsAt >= thursdayAt(0))).toHaveLength(1);
  });
});

it("all of it stands where it stays within the limit, and on another day", async () => {
  await limitService(2);
  const thursday = new Date(wednesdayAt(10).getTime() + DAY);
  expect(await refusalsOf([book(wednesdayAt(10)), book(wednesdayAt(11)), book(thursday)])).toEqual([]);
});
