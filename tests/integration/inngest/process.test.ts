import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { newId } from "@/server/core/ids";
import { openEventDoor } from "./event-door";
import { createTables, until } from "./harness";

const tables = createTables();
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => tables.close());

/** `npm run runner`, with what it prints and how it ends. */
function startProcess(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["scripts/run.mjs", "inngest/runner/main.ts"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const said = { out: "", error: "" };
  child.stdout.on("data", (text) => {
    said.out += text;
  });
  child.stderr.on("data", (text) => {
    said.error += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, said, ended };
}

it("says when it is ready, brings the outbox to the runner, and stops cleanly", async () => {
  const { child, said, ended } = startProcess();
  await until(() => said.out.includes("runner ready\n"), { what: "the start", timeoutMs: 60_000 });
  const id = newId();
  await tables.pool.query("INSERT INTO outbox_events (id, name, payload) VALUES ($1, 'process/told', '{\"n\":1}')", [
    id,
  ]);
  const event = await until(async () => {
    const { rows } = await tables.pool.query(
      "SELECT id, body, routed_at FROM inngest.event WHERE name = 'process/told'",
    );
    return rows[0]?.routed_at ? rows[0] : null;
  });
  expect(event).toMatchObject({ id, body: { data: { n: 1 } } });
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

describe("with Inngest's keys", () => {
  const keys = { INNGEST_EVENT_KEY: "key-of-the-test", INNGEST_SIGNING_KEY: "signkey-test-0123456789abcdef" };
  const leave = async (n: number) => {
    const id = newId();
    await tables.pool.query("INSERT INTO outbox_events (id, name, payload) VALUES ($1, 'process/handed', $2)", [
      ...[id, { n }],
    ]);
    return id;
  };
  const waiting = async () =>
    (await tables.pool.query("SELECT 1 FROM outbox_events WHERE published_at IS NULL")).rowCount ?? 0;
  const start = async (url: string) => {
    const runner = startProcess({ ...keys, INNGEST_BASE_URL: url });
    await until(() => runner.said.out.includes("runner ready\n"), { what: "the start", timeoutMs: 60_000 });
    return runner;
  };

  it("hands the outbox to Inngest, each event once and in order, and runs nothing itself", async () => {
    const door = await openEventDoor(keys.INNGEST_EVENT_KEY);
    const early = [await leave(1), await leave(2)];
    const { child, ended } = await start(door.url);
    await until(() => door.taken.length === 2, { what: "what was waiting" });
    const late = [await leave(3), await leave(4)];
    await until(async () => (await waiting()) === 0, { what: "the rest" });
    expect(door.taken.map(({ id, name, data }) => [id, name, data.n])).toEqual(
      [...early, ...late].map((id, i) => [id, "process/handed", i + 1]),
    );
    const { rowCount } = await tables.pool.query("SELECT 1 FROM inngest.event WHERE name = 'process/handed'");
    expect(rowCount).toBe(0);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    await door.close();
  });

  it("keeps what Inngest does not take, and hands it over again under the same id", async () => {
    const door = await openEventDoor(keys.INNGEST_EVENT_KEY);
    door.state.isBroken = true;
    const id = await leave(1);
    const first = await start(door.url);
    const faultOf = async () =>
      (await tables.pool.query("SELECT last_error FROM outbox_events WHERE id = $1", [id])).rows[0]?.last_error;
    await until(faultOf, { what: "a refusal", timeoutMs: 60_000 });
    expect(door.state.refused).toBeGreaterThan(0);
    first.child.kill("SIGKILL");
    await first.ended;
    door.state.isBroken = false;
    await start(door.url);
    await until(async () => (await waiting()) === 0, { what: "the second try" });
    expect(door.taken).toMatchObject([{ id, name: "process/handed", data: { n: 1 } }]);
    await door.close();
  });
});

it("does not start on half a set of keys", async () => {
  const { said, ended } = startProcess({ INNGEST_EVENT_KEY: "key" });
  expect(await ended).toBe(1);
  expect(said.error).toBe("INNGEST_EVENT_KEY is set, but INNGEST_SIGNING_KEY is not.\n");
});

it("does not start without the platform's connection", async () => {
  const { said, ended } = startProcess({ PLATFORM_DATABASE_URL: "" });
  expect(await ended).toBe(1);
  expect(said.error).toContain("PLATFORM_DATABASE_URL");
});
