import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { createDatabase, createRoles, roleUrls } from "../../scripts/database.mjs";
import { migrateDeploy } from "../../scripts/migrate-deploy.mjs";
import { startPostgres } from "../../scripts/postgres.mjs";

export const TEMPLATE = "template_test";
const passwords = { owner: "owner", app: "app", platform: "platform" };

declare module "vitest" {
  interface ProvidedContext {
    superuserUrl: string;
    passwords: typeof passwords;
  }
}

/** One real PostgreSQL for the run, and a migrated template that each test file copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "askpro-test-"));
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dir: join(folder, "pg"), fast: true, persistent: false });
  const superuserUrl = server.url("postgres");
  await createRoles(superuserUrl, passwords);
  await createDatabase(superuserUrl, TEMPLATE);
  await migrateDeploy(roleUrls(superuserUrl, TEMPLATE, passwords).owner, "prisma/migrations", () => {});
  project.provide("superuserUrl", superuserUrl);
  project.provide("passwords", passwords);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
