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
  const shown = (permissions: string[]) =>
    visibleNavigation({ permissions, features: [] }).flatMap((group) => group.items.map((item) => item.key));
  expect(shown(["view_calls"])).toEqual(["dashboard", "calls", "settings"]);
  expect(visibleNavigation({ permissions: [], features: [] }).map(({ key }) => key)).toEqual([
    "start",
    "administration",
  ]);
});

it("hides what is switched off, with the group that holds nothing else", () => {
  const goals = { key: "goals", href: "/goals", icon: NAVIGATION[0]?.items[0]?.icon as never, feature: "goals" };
  const groups = [{ key: "goals", items: [goals] }];
  expect(visibleNavigation({ permissions: [], features: ["goals"] }, groups)).toHaveLength(1);
  expect(visibleNavigation({ permissions: [], features: [] }, groups)).toEqual([]);
});

it("has four places at the foot of a phone", () => {
  expect(NAVIGATION.flatMap((group) => group.items).filter((item) => item.isInBottomBar)).toHaveLength(4);
});

it("marks the dashboard only on itself, and a list on its details too", () => {
  expect(isCurrent("/", "/calls")).toBe(false);
  expect(isCurrent("/calls", "/calls/123")).toBe(true);
  expect(isCurrent("/calls", "/callsigns")).toBe(false);
});
