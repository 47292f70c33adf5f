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

interface TestServer {
  superuserUrl: string;
  stop(): Promise<void>;
}

/** Every project of the run asks for the server, each with a module scope of its own. */
const shared = globalThis as typeof globalThis & { testServer?: { starting: Promise<TestServer>; users: number } };

/** One real PostgreSQL for the run, and a migrated template that the tests' databases are copies of. */
export default async function setup(project: TestProject) {
  shared.testServer ??= { starting: start(), users: 0 };
  const server = shared.testServer;
  server.users += 1;
  const { superuserUrl, stop } = await server.starting;
  project.provide("superuserUrl", superuserUrl);
  project.provide("passwords", passwords);
  return async () => {
    server.users -= 1;
    if (server.users > 0) return;
    delete shared.testServer;
    await stop();
  };
}

async function start(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "askpro-test-"));
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dir: join(folder, "pg"), fast: true, persistent: false });
  const superuserUrl = server.url("postgres");
  await createRoles(superuserUrl, passwords);
  await createDatabase(superuserUrl, TEMPLATE);
  await migrateDeploy(roleUrls(superuserUrl, TEMPLATE, passwords).owner, "prisma/migrations", () => {});
  return {
    superuserUrl,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
