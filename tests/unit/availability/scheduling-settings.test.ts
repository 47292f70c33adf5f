import { describe, expect, it } from "vitest";
import { originPage } from "@/components/appointments/book/origin-page";
import { exampleStarts } from "@/components/availability/scheduling/example-starts";
import { intervalChoice } from "@/components/availability/scheduling/interval-choice";

describe("the example morning of the settings", () => {
  it("has every start on the grid, or only those that waste no time", () => {
    const all = exampleStarts({ slotIntervalMinutes: 15, slotMode: "interval" });
    expect([all[0], all[1], all.at(-1), all.length]).toEqual([9 * 60, 9 * 60 + 15, 11 * 60 + 15, 10]);
    const fitting = exampleStarts({ slotIntervalMinutes: 15, slotMode: "fit" });
    // 9:15 and 11:00 would leave a quarter of an hour that nothing fits into.
    expect(all.filter((start) => !fitting.includes(start))).toEqual([9 * 60 + 15, 11 * 60]);
  });

  it("follows the interval", () => {
    expect(exampleStarts({ slotIntervalMinutes: 60, slotMode: "interval" })).toEqual([9 * 60, 10 * 60, 11 * 60]);
    // Nothing on this grid ends at the end: the starts that waste least are offered all the same.
    expect(exampleStarts({ slotIntervalMinutes: 240, slotMode: "fit" })).toEqual([]);
  });
});

it("offers an interval that is unusual as long as a company has it", () => {
  expect(intervalChoice(25)).toEqual([5, 10, 15, 20, 25, 30, 45, 60, 90, 120]);
  expect(intervalChoice(15)).toEqual([5, 10, 15, 20, 30, 45, 60, 90, 120]);
});

describe("the way from a reason to where it is set", () => {
  const origin = { id: null, name: "", exceptionKind: null, until: null, hours: null };
  it("leads to the company's grid, and to its rule where neither a rule nor the service says anything", () => {
    expect(originPage({ ...origin, kind: "company", rule: "grid" }, "2026-03-04").href).toBe("/settings/scheduling");
    const terms = originPage({ ...origin, kind: "company", rule: "booking_terms" }, "2026-03-04");
    expect(terms.href).toBe("/settings/policies?tab=booking");
  });
});
