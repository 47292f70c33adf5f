import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameWeek, minutesOfWeek, overlay, planOn, plansOf, rowsOf } from "@/server/availability/hours/rules/plans";
import type { HoursPlan } from "@/server/availability/hours/schema";
import { addDays } from "@/server/core/time-zone";
import { randomWeek, weekOf } from "./random-week";

const of = (startTime: string, endTime: string) => [{ startTime, endTime, breakStart: null, breakEnd: null }];
const always = (days: HoursPlan["days"]): HoursPlan => ({ validFrom: null, validUntil: null, days });
const monday = (endTime: string) => weekOf({ 1: of("09:00", endTime) });

describe("weeks that follow each other", () => {
  it("read rows that were never written as weeks, too", () => {
    const row = { dayOfWeek: 1, startTime: "09:00", endTime: "18:00", isAvailable: true, branchId: null };
    const rows = [
      row,
      { ...row, dayOfWeek: 2, validFrom: "2027-03-01" },
      { ...row, startTime: "12:00", endTime: "13:00", isAvailable: false, validUntil: "2026-12-31" },
    ];
    expect(
      plansOf(rows, "closed").map(({ validFrom, validUntil, days }) => [validFrom, validUntil, minutesOfWeek(days)]),
    ).toEqual([
      [null, "2026-12-31", 480],
      ["2027-01-01", "2027-02-28", 540],
      ["2027-03-01", null, 1080],
    ]);
  });

  it("tell the time without hours before and after", () => {
    const plans = overlay([always(weekOf({}))], {
      validFrom: "2027-03-01",
      validUntil: "2027-03-31",
      days: monday("12:00"),
    });
    expect(plans.map(({ validFrom, days }) => [validFrom, minutesOfWeek(days)])).toEqual([
      [null, 0],
      ["2027-03-01", 180],
      ["2027-04-01", 0],
    ]);
  });

  it("last until the next one that is planned, unless somebody says otherwise", () => {
    const later = overlay([always(monday("18:00"))], {
      validFrom: "2027-06-01",
      validUntil: null,
      days: monday("20:00"),
    });
    const [, second] = overlay(later, { validFrom: "2027-03-01", validUntil: null, days: monday("19:00") });
    expect(second).toMatchObject({ validFrom: "2027-03-01", validUntil: "2027-05-31" });
    const over = overlay(later, { validFrom: "2027-03-01", validUntil: "2027-12-31", days: monday("19:00") });
    expect(over.map(({ validFrom, validUntil }) => [validFrom, validUntil])).toEqual([
      [null, "2027-02-28"],
      ["2027-03-01", "2027-12-31"],
      ["2028-01-01", null],
    ]);
  });
});

const DAY_ONE = "2027-01-01";
const change = fc.record({
  from: fc.option(fc.nat(60), { nil: null }),
  length: fc.option(fc.nat(40), { nil: null }),
  numbers: fc.infiniteStream(fc.nat()),
});

describe("any changes, one after the other", () => {
  it.each(["closed", "general"] as const)("leave on each day the week that was said last for it (%s)", (rest) => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let plans: HoursPlan[] = plansOf([], rest);
        for (const { from, length, numbers } of changes) {
          const validFrom = from === null ? null : addDays(DAY_ONE, from);
          const validUntil = length === null ? null : addDays(validFrom ?? DAY_ONE, length);
          const days = randomWeek(numbers, rest);
          const before = plans;
          plans = overlay(plans, { validFrom, validUntil, days });
          // What lies before it stays, and it begins where it was said to.
          if (validFrom)
            expect(planOn(plans, addDays(validFrom, -1))?.days).toEqual(planOn(before, addDays(validFrom, -1))?.days);
          expect(isSameWeek(planOn(plans, validFrom ?? "1990-01-01")?.days ?? [], days)).toBe(true);
          if (validUntil)
            expect(planOn(plans, addDays(validUntil, 1))?.days).toEqual(planOn(before, addDays(validUntil, 1))?.days);
        }
        // Written as rows and read again, it is the same timeline, without gaps.
        const read = plansOf(rowsOf(plans, { branchId: null, rest }), rest);
        for (let day = -1; day < 110; day++) {
          const date = addDays(DAY_ONE, day);
          expect(isSameWeek(planOn(read, date)?.days ?? [], planOn(plans, date)?.days ?? [])).toBe(true);
        }
        expect([read[0]?.validFrom, read.at(-1)?.validUntil]).toEqual([null, null]);
        for (const [at, plan] of read.slice(1).entries())
          expect(plan.validFrom).toBe(addDays(read[at]?.validUntil ?? "", 1));
      }),
      { numRuns: 80 },
    );
  });
});
