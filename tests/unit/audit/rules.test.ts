import { describe, expect, it } from "vitest";
import { changesOf } from "@/server/audit/rules/changes";
import { csvLine } from "@/server/audit/rules/csv";
import { canReadValues, readableResources } from "@/server/audit/rules/visible-values";

describe("what changed", () => {
  it("is what differs, by its path", () => {
    const before = { name: "A", same: 1, address: { city: "Berlin", zip: "1" }, tags: ["x"] };
    const after = { name: "B", same: 1, address: { city: "Bonn", zip: "1" }, tags: ["x", "y"] };
    expect(changesOf(before, after)).toEqual([
      { field: "name", before: "A", after: "B" },
      { field: "address.city", before: "Berlin", after: "Bonn" },
      { field: "tags", before: ["x"], after: ["x", "y"] },
    ]);
  });

  it("is everything of what is new or gone, and nothing where nothing was told", () => {
    expect(changesOf(null, { a: 1, b: null })).toEqual([{ field: "a", before: null, after: 1 }]);
    expect(changesOf({ a: false }, null)).toEqual([{ field: "a", before: false, after: null }]);
    expect(changesOf(null, null)).toEqual([]);
  });
});

describe("a table's line", () => {
  it.each(["=1+1", "+49", "-1", "@SUM(A1)", "\t=1", " =1", "|x", "%x", "＝1"])("computes nothing of %j", (text) => {
    expect(csvLine([text])).toBe(`"'${text}"\r\n`);
  });

  it("quotes what would end a cell, and leaves the rest", () => {
    expect(csvLine(['a;"b"', "zeile\nzwei", null, 5, { a: 1 }, "x"])).toBe(
      '"a;""b""";"zeile\nzwei";;5;"{""a"":1}";x\r\n',
    );
  });
});

describe("values", () => {
  it("are for those who may view what they are about", () => {
    const medical = { action: "create_medical_notes", logName: "default" };
    const resources = readableResources(new Set(["view_customers", "edit_medical_notes"]));
    expect(canReadValues(medical, resources)).toBe(false);
    expect(canReadValues({ ...medical, action: "edit_customers" }, resources)).toBe(true);
    expect(canReadValues({ action: "sign_in", logName: "security" }, resources)).toBe(true);
    expect(canReadValues(medical, readableResources(undefined))).toBe(true);
  });
});
