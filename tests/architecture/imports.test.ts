import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { plantViolations, VIOLATIONS } from "./planted-imports";

const root = fileURLToPath(new URL("../..", import.meta.url));
const binary = `${root}/node_modules/dependency-cruiser/bin/dependency-cruise.mjs`;

const { forbidden: rules } = createRequire(import.meta.url)(`${root}/.dependency-cruiser.cjs`) as {
  forbidden: { name: string }[];
};

interface Report {
  summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number };
}

/** The rules of .dependency-cruiser.cjs over the given folders. */
function cruise(cwd: string, folders: string[]): Report["summary"] {
  const args = [binary, "--config", `${root}/.dependency-cruiser.cjs`, "--output-type", "json", ...folders];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as Report).summary;
}

describe("who imports whom", () => {
  const planted = plantViolations();
  afterAll(() => rmSync(planted, { recursive: true }));
  const found = cruise(planted, ["app", "components", "inngest", "server"]).violations;

  it.each(VIOLATIONS)("$rule notices $from asking $to", ({ rule, from, to }) => {
    expect(found.filter((violation) => violation.rule.name === rule)).toContainEqual(
      expect.objectContaining({ from, to }),
    );
  });

  it("notices a file that nobody asks for", () => {
    const orphans = found.filter(({ rule }) => rule.name === "no-orphans").map(({ from }) => from);
    expect(orphans).toEqual(["server/staff/queries/nobody-asks.ts"]);
  });

  it("has a planted violation for each rule", () => {
    const noticed = new Set(found.map(({ rule }) => rule.name));
    expect(rules.map(({ name }) => name).filter((name) => !noticed.has(name))).toEqual([]);
  });

  it("is as docs/architecture.md says", () => {
    const { violations, totalCruised } = cruise(root, ["app", "components", "inngest", "prisma", "server"]);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(300);
  });
});
