import { describe, expect, it } from "vitest";
import { sourcesBelow } from "./source";

/** About oneself, or a page that shows to each what they may see. */
const OPEN = [
  "app/(portal)/page.tsx",
  "app/(portal)/settings/page.tsx",
  "app/(portal)/settings/profile/page.tsx",
  "app/(portal)/settings/security/page.tsx",
];
const NAMED = /requirePermission\("\w+"\)|permissions\.includes\("\w+"\)\) notFound\(\)/;

describe("the portal's pages", () => {
  const pages = sourcesBelow("app/(portal)").filter(({ path }) => path.endsWith("/page.tsx") && !OPEN.includes(path));

  it.each(pages)("$path names the permission that it needs", ({ text }) => {
    expect(text).toMatch(NAMED);
  });

  it("are found", () => {
    expect(pages.length).toBeGreaterThan(10);
  });
});
