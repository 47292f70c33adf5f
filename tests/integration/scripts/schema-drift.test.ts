import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, inject, it } from "vitest";

const run = promisify(execFile);

/** The Prisma command line on our own engine; the superuser may create the shadow database. */
async function diff(args: string[]) {
  const url = new URL(inject("superuserUrl"));
  url.pathname = new URL(process.env.DATABASE_URL ?? "").pathname;
  const env = { ...process.env, DATABASE_URL: url.toString() };
  return run(process.execPath, ["scripts/prisma.mjs", "migrate", "diff", ...args], { env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error) => ({ code: error.code as number, stdout: `${error.stdout}${error.stderr}` }),
  );
}

const fromMigrations = ["--from-migrations", "prisma/migrations"];
const toSchema = ["--to-schema", "prisma/schema"];

it("describes with its schema exactly what its migrations build", async () => {
  const result = await diff([...fromMigrations, ...toSchema, "--exit-code"]);
  expect(result.stdout).toContain("No difference detected");
  expect(result.code).toBe(0);
});

it("finds a migrated database where the schema says it is", async () => {
  const result = await diff(["--from-config-datasource", ...toSchema, "--exit-code"]);
  expect(result.stdout).toContain("No difference detected");
  expect(result.code).toBe(0);
});

it("would notice a difference", async () => {
  const result = await diff(["--from-empty", ...toSchema, "--exit-code", "--script"]);
  expect(result.code).toBe(2);
  expect(result.stdout).toContain('CREATE TABLE "appointments"');
});
