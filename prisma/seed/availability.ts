import { branchIdOf, companyIdOf, idOf, type SeedStaff, staffIdOf } from "./business";
import { writeHolidays } from "./holidays";
import { slugOf } from "./ids";
import { insertRows } from "./insert";
import type { Seeding } from "./seeding";
import { branchesOf } from "./staff";

/** Opening hours, everybody's week, who is away, and the days off of the place. */
export async function writeAvailability(seeding: Seeding): Promise<void> {
  await writeOpeningHours(seeding);
  await writeShifts(seeding);
  await writeAbsences(seeding);
  await writeRequest(seeding);
  await writeHolidays(seeding);
}

async function writeOpeningHours({ tx, business }: Seeding): Promise<void> {
  await insertRows(
    tx.workingHour,
    business.branches.flatMap(({ slug }) =>
      Object.entries(business.opening).map(([weekday, { start, end }]) => ({
        id: idOf(business, "opening", `${slug}/${weekday}`),
        companyId: companyIdOf(business),
        ownerType: "branch" as const,
        branchId: branchIdOf(business, slug),
        dayOfWeek: Number(weekday),
        startTime: start,
        endTime: end,
      })),
    ),
  );
}

/** Whoever works in two branches has a row for the branch of each day; the others' rows hold everywhere. */
async function writeShifts({ tx, business }: Seeding): Promise<void> {
  const isMoving = (staff: SeedStaff) => branchesOf(staff).length > 1;
  await insertRows(
    tx.workingHour,
    business.staff.flatMap((staff) =>
      staff.shifts.map((shift) => ({
        id: idOf(business, "shift", `${slugOf(staff.name)}/${shift.weekday}`),
        companyId: companyIdOf(business),
        ownerType: "staff" as const,
        staffId: staffIdOf(business, staff.name),
        branchId: isMoving(staff) ? branchIdOf(business, shift.branch) : null,
        dayOfWeek: shift.weekday,
        startTime: shift.start,
        endTime: shift.end,
        breakStart: shift.breakStart ?? null,
        breakEnd: shift.breakEnd ?? null,
      })),
    ),
  );
}

async function writeAbsences({ tx, business, clock }: Seeding): Promise<void> {
  await insertRows(
    tx.scheduleException,
    business.staff.flatMap(({ name, absences }) =>
      absences.map(({ kind, reason, fromDay, untilDay }) => ({
        id: idOf(business, "absence", `${slugOf(name)}/${fromDay}`),
        companyId: companyIdOf(business),
        ownerType: "staff" as const,
        staffId: staffIdOf(business, name),
        startsAt: clock.at(clock.day(fromDay), 0),
        endsAt: clock.at(clock.day(untilDay), 0),
        kind,
        reason,
      })),
    ),
  );
}

/** Somebody waits for a yes to their vacation. */
async function writeRequest({ tx, business, clock }: Seeding): Promise<void> {
  const person = business.staff.at(-1);
  if (!person) return;
  const times = { startsAt: clock.at(clock.day(35), 0), endsAt: clock.at(clock.day(40), 0) };
  const owner = { ownerType: "staff" as const, staffId: staffIdOf(business, person.name), state: "requested" as const };
  await insertRows(tx.scheduleException, [
    {
      ...{ id: idOf(business, "request", slugOf(person.name)), companyId: companyIdOf(business) },
      ...{
        ...owner,
        ...times,
        kind: "vacation" as const,
        reason: "Familienbesuch",
        createdAt: clock.at(clock.day(-1), 900),
      },
    },
  ]);
}
