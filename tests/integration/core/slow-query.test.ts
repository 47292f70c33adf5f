import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { appClient, ask, db } from "@/server/core/db";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { log } from "@/server/core/log";
import { transactAsPlatform } from "@/server/core/platform";
import { transact } from "@/server/core/transact";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany, type TestCompany } from "../../support/factories";

const folder = mkdtempSync(join(tmpdir(), "askpro-slow-"));
const file = join(folder, "app.log");
Object.assign(process.env, { LOG_LEVEL: "warn", LOG_DESTINATION: file, SLOW_QUERY_MS: "400" });

let company: TestCompany;
beforeAll(async () => {
  company = await createTenantWithCompany();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const VALUE = "Frau Geheimnisvoll";
const sleeping = (mark: string) =>
  Prisma.sql`SELECT pg_sleep(${0.5})::text, ${VALUE}::text AS value, 'literal geheim' AS ${Prisma.raw(mark)}`;
const owner = () => ({ ...ownerOf(company), requestId: newId() });
const linesOf = (mark: string) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.includes(mark))
    .map((line) => JSON.parse(line));
/** Lines come in order: what was to be said before is said once this one is there. */
async function readLines(mark: string) {
  const last = `mark_${newId().replaceAll("-", "")}`;
  log("performance").warn(last);
  await vi.waitUntil(() => linesOf(last).length > 0, { timeout: 60_000 });
  return linesOf(mark);
}

const WAYS: [
  string,
  (mark: string, requestId: string) => Promise<unknown>,
  { hasCompany: boolean; hasRequest: boolean },
][] = [
  [
    "a command's",
    (mark, requestId) => transact({ ...owner(), requestId }, (tx) => db(tx).$queryRaw(sleeping(mark))),
    { hasCompany: true, hasRequest: true },
  ],
  [
    "a command's, by the driver",
    (mark, requestId) => transact({ ...owner(), requestId }, (tx) => ask(tx, sleeping(mark))),
    { hasCompany: true, hasRequest: true },
  ],
  [
    "a query's",
    (mark, requestId) => transact({ ...owner(), requestId, isReading: true }, (tx) => db(tx).$queryRaw(sleeping(mark))),
    { hasCompany: true, hasRequest: true },
  ],
  [
    "a query's, by the driver",
    (mark, requestId) => transact({ ...owner(), requestId, isReading: true }, (tx) => ask(tx, sleeping(mark))),
    { hasCompany: true, hasRequest: true },
  ],
  [
    "an operator's",
    (mark, requestId) =>
      transactAsPlatform({ actor: { kind: "system", name: "test" }, now: new Date(), requestId }, (tx) =>
        tx.tx.$queryRaw(sleeping(mark)),
      ),
    { hasCompany: false, hasRequest: true },
  ],
  ["nobody's yet", (mark) => appClient().$queryRaw(sleeping(mark)), { hasCompany: false, hasRequest: false }],
];

it.each(WAYS.map((way, at) => [...way, `way_${at}`] as const))(
  "%s statement that takes long is told, without its values",
  async (_, work, { hasCompany, hasRequest }, mark) => {
    const requestId = newId();
    await work(mark, requestId);
    const [line, ...others] = await readLines(mark);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      ...{ level: "warn", channel: "performance", msg: "slow query" },
      statement: `SELECT pg_sleep(?)::text, ?::text AS value, ? AS ${mark}`,
      fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(line.durationMs).toBeGreaterThanOrEqual(490);
    expect(line.companyId).toBe(hasCompany ? company.companyId : undefined);
    expect(line.requestId).toBe(hasRequest ? requestId : undefined);
    expect(JSON.stringify(line)).not.toMatch(/geheim/i);
  },
);

it("a statement that fails late is told, too", async () => {
  const failing = transact(
    owner(),
    (tx) => db(tx).$queryRaw`SELECT 1 / (length(pg_sleep(0.5)::text) * ${0}::int) AS late_failure`,
  );
  await expect(failing).rejects.toThrow();
  expect(await readLines("late_failure")).toHaveLength(1);
});

it("what waits behind a slow one, or is quick, is not", async () => {
  await transact(owner(), async (tx) => {
    await db(tx).$queryRaw`SELECT 1 AS quick_one`;
    tx.lastly.push(() => db(tx).$queryRaw(sleeping("before_commit")));
  });
  await appClient().$queryRaw`SELECT 2 AS quick_one`;
  expect(await readLines("before_commit")).toHaveLength(1);
  expect(await readLines("quick_one")).toEqual([]);
  expect(await readLines("COMMIT")).toEqual([]);
  expect(await readLines("BEGIN")).toEqual([]);
});

it("whoever comes next on the connection is not taken for the one before", async () => {
  const failed = transact(owner(), async (tx) => {
    await db(tx).$queryRaw`SELECT 1`;
    throw new Error("changed my mind");
  });
  await expect(failed).rejects.toThrow("changed my mind");
  await Promise.all(Array.from({ length: 6 }, () => appClient().$queryRaw(sleeping("of_nobody"))));
  const lines = await readLines("of_nobody");
  expect(lines).toHaveLength(6);
  for (const line of lines) expect(line).not.toHaveProperty("companyId");
});
