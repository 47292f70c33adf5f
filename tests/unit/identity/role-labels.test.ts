import { expect, it } from "vitest";
import { GROUPS, RESOURCE_GROUPS } from "@/components/identity/roles/resource-groups";
import de from "@/public/locales/de/roles.json";
import en from "@/public/locales/en/roles.json";
import { GRANTABLE } from "@/server/identity/roles/rules";
import { RESOURCE_ACTIONS } from "@/server/identity/rules/permissions";

const shown = GROUPS.flatMap((group) => [...RESOURCE_GROUPS[group]]);

it("shows every resource that a role may hold in exactly one group", () => {
  const held = Object.entries(RESOURCE_ACTIONS)
    .filter(([resource, actions]) => actions.some((action) => GRANTABLE.includes(`${action}_${resource}` as never)))
    .map(([resource]) => resource);
  expect([...shown].sort()).toEqual(held.sort());
});

it.each([
  ["German", de],
  ["English", en],
])("has a %s word for every resource, action and group, and for none that does not exist", (_language, words) => {
  expect(Object.keys(words.resources).sort()).toEqual(Object.keys(RESOURCE_ACTIONS).sort());
  expect(Object.keys(words.actions).sort()).toEqual([...new Set(Object.values(RESOURCE_ACTIONS).flat())].sort());
  expect(Object.keys(words.groups).sort()).toEqual([...GROUPS].sort());
});
