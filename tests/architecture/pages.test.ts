import { describe, expect, it } from "vitest";
import { COMMANDS } from "@/server/api/cli/all-commands";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { everythingOn } from "@/server/identity/rules/permissions";
import { sourcesBelow } from "./source";

/** About oneself, or a page that shows to each what they may see. */
const OPEN = [
  "app/(portal)/page.tsx",
  "app/(portal)/settings/page.tsx",
  "app/(portal)/settings/profile/page.tsx",
  "app/(portal)/settings/security/page.tsx",
];
const NAMED = /requirePermission\("\w+"\)|permissions\.includes\("\w+"\)\) notFound\(\)/;
/** It leads on to one of the others, and shows nothing. */
const LEADS_ON = ["app/admin/page.tsx"];

const pagesBelow = (folder: string) => sourcesBelow(folder).filter(({ path }) => path.endsWith("/page.tsx"));

describe("the portal's pages", () => {
  const pages = pagesBelow("app/(portal)").filter(({ path }) => !OPEN.includes(path));

  it.each(pages)("$path names the permission that it needs", ({ text }) => {
    expect(text).toMatch(NAMED);
  });

  it("are found", () => {
    expect(pages.length).toBeGreaterThan(10);
  });
});

describe("the platform's pages", () => {
  const pages = pagesBelow("app/admin");

  it.each(pages.filter(({ path }) => !LEADS_ON.includes(path)))("$path asks for an operator", ({ text }) => {
    expect(text).toMatch(/requireOperator\(\)/);
  });

  it("lead on where they don't", () => {
    const leading = pages.filter(({ path }) => LEADS_ON.includes(path));
    expect(leading.map(({ path }) => path)).toEqual(LEADS_ON);
    for (const { text } of leading) expect(text).toMatch(/redirect\(/);
    expect(pages.length).toBeGreaterThan(8);
  });
});

describe("the commands of the command line", () => {
  const OF_OPERATORS: readonly string[] = everythingOn("tenants", "companies", "platform");

  it.each(COMMANDS.map((command) => [command.name, command] as const))("%s names what it takes", (_, command) => {
    const { permission, isChange = false } = command;
    expect(OF_OPERATORS).toContain(permission);
    expect(ROLE_PERMISSIONS.super_admin).toContain(permission);
    expect(permission.startsWith("view_")).toBe(!isChange);
  });

  it.each([
    "await requireSession();",
    "if (!permissions.includes(wanted)) notFound();",
    'permissions.includes("view_staff") && <Staff />',
  ])("and one like this would be found: %s", (text) => {
    expect(text).not.toMatch(NAMED);
  });
});
