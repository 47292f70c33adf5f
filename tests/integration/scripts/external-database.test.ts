import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, createRoles, roleUrls } from "../../../scripts/database.mjs";
import { plantDemoData } from "../../../scripts/demo-data.mjs";
import { connectExternal } from "../../../scripts/external-database.mjs";
import { migrateDeploy } from "../../../scripts/migrate-deploy.mjs";
import { startPostgres } from "../../../scripts/postgres.mjs";

const passwords = { owner: "one", app: "two", platform: "three" };
let folder: string;
let server: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "askproai-external-"));
  chmodSync(folder, 0o755);
  server = await startPostgres({ dir: join(folder, "postgres"), fast: true, persistent: false });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function select<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

interface Urls {
  owner: string;
  app: string;
  platform: string;
}

/** What a start does with a database before anything runs on it. */
async function open(external: { owner: string; app?: string; platform?: string }, secrets = passwords): Promise<Urls> {
  const urls: Urls = await connectExternal({ app: undefined, platform: undefined, ...external }, secrets);
  await migrateDeploy(urls.owner, "prisma/migrations", () => {});
  return urls;
}

async function expectToServe(urls: Urls): Promise<void> {
  const roles = await select(urls.owner, "SELECT rolname FROM pg_roles WHERE rolsuper AND rolname LIKE 'a%'");
  expect(roles).toEqual([]);
  expect(await select(urls.owner, "SELECT tableowner FROM pg_tables WHERE tablename = 'companies'")).toEqual([
    { tableowner: "askpro_owner" },
  ]);
  expect(await select(urls.app, "SELECT FROM list_active_company_ids()")).toEqual([]);
  expect(await select(urls.platform, "SELECT id FROM companies")).toEqual([]);
}

describe("a PostgreSQL of one's own", () => {
  it("gets roles and a database, and no demo data unless its name asks for them", async () => {
    const urls = await open({ owner: server.url("praxis") });
    await expectToServe(urls);
    const said: string[] = [];
    expect(await plantDemoData({ DATABASE_URL: urls.owner }, (text: string) => said.push(text))).toEqual({});
    expect(said).toEqual(["no demo data: the database's name does not end in _dev or _test"]);
    expect(await select(urls.platform, "SELECT id FROM companies")).toEqual([]);
  });

  it("is found again at the next start, with a database that somebody else made", async () => {
    await createRoles(server.url("postgres"), passwords);
    await select(server.url("postgres"), "CREATE DATABASE kanzlei");
    const urls = await open({ owner: server.url("kanzlei") });
    await expectToServe(urls);
    expect(await open({ owner: server.url("kanzlei") })).toEqual(urls);
  });

  it("keeps the roles of another installation as they are", async () => {
    await createRoles(server.url("postgres"), passwords);
    const others = { owner: "x", app: "y", platform: "z" };
    await expect(open({ owner: server.url("studio") }, others)).rejects.toThrow(/belongs to another installation/);
    const { app } = roleUrls(server.url("postgres"), "postgres", passwords);
    expect(await select(app, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("needs no superuser where all three roles are given", async () => {
    await createRoles(server.url("postgres"), passwords);
    await createDatabase(server.url("postgres"), "werkstatt");
    const { owner, app, platform } = roleUrls(server.url("postgres"), "werkstatt", passwords);
    await expect(open({ owner })).rejects.toThrow(/no superuser.*APP_DATABASE_URL.*PLATFORM_DATABASE_URL/);
    await expect(open({ owner, app })).rejects.toThrow("Give both");
    const urls = await open({ owner, app, platform });
    expect(urls).toEqual({ owner, app, platform });
    await expectToServe(urls);
  });

  it("is named when it does not answer", async () => {
    await expect(open({ owner: "postgresql://u:p@127.0.0.1:9/praxis" })).rejects.toThrow(
      "127.0.0.1:9) does not answer",
    );
  });
});
