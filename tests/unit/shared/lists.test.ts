import { expect, it } from "vitest";
import { nextSort, readSort } from "@/components/shared/data-table/columns";
import { isCurrent, NAVIGATION, visibleNavigation } from "@/components/shared/shell/navigation";

it("sorts up, then down, then as it was", () => {
  const first = nextSort(null, "name");
  const second = nextSort(readSort(first), "name");
  expect([first, second, nextSort(readSort(second), "name")]).toEqual(["name", "-name", null]);
});

it("begins upwards on another column", () => {
  expect(nextSort(readSort("-name"), "startsAt")).toBe("startsAt");
});

it("shows only what somebody may see, and no empty group", () => {
  const shown = visibleNavigation(["view_calls"]).flatMap((group) => group.items.map((item) => item.key));
  expect(shown).toEqual(["dashboard", "calls"]);
  expect(visibleNavigation([]).map((group) => group.key)).toEqual(["start"]);
});

it("has four places at the foot of a phone", () => {
  expect(NAVIGATION.flatMap((group) => group.items).filter((item) => item.isInBottomBar)).toHaveLength(4);
});

it("marks the dashboard only on itself, and a list on its details too", () => {
  expect(isCurrent("/", "/calls")).toBe(false);
  expect(isCurrent("/calls", "/calls/123")).toBe(true);
  expect(isCurrent("/calls", "/callsigns")).toBe(false);
});
