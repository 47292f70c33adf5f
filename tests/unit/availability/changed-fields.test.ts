import { expect, it } from "vitest";
import { changedFields } from "@/components/availability/scheduling/changed-fields";

const saved = { slotIntervalMinutes: 15, slotMode: "interval", assignment: "preferred" };

it("sends only what somebody chose anew, so that nobody else's choice is overwritten", () => {
  expect(changedFields(saved, { slotMode: "fit" })).toEqual({ slotMode: "fit" });
  expect(changedFields(saved, { slotMode: "interval", slotIntervalMinutes: 20 })).toEqual({ slotIntervalMinutes: 20 });
  expect(changedFields(saved, {})).toEqual({});
});
