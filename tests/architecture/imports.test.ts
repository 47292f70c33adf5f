import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const planted = fileURLToPath(new URL("./planted", import.meta.url));
const binary = `${root}/node_modules/dependency-cruiser/bin/dependency-cruise.mjs`;

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
  it("finds a planted violation", () => {
    const names = cruise(planted, ["server"]).violations.map(({ rule }) => rule.name);
    expect(names.sort()).toEqual(["ask-left-customers", "db-only-in-repositories"]);
  });

  it("is as docs/architecture.md says", () => {
    const { violations, totalCruised } = cruise(root, ["app", "components", "inngest", "prisma", "server"]);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(300);
  });
});
