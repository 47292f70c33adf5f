import pg from "pg";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { newId } from "@/server/core/ids";
import { type OutboxEvent, startOutboxPublisher } from "@/server/core/outbox-publisher";

const connectionString = process.env.PLATFORM_DATABASE_URL ?? "";
const pool = new pg.Pool({ connectionString, max: 2 });
pool.on("error", () => {});
const stops: (() => Promise<void>)[] = [];
let sent: OutboxEvent[] = [];

beforeEach(() => {
  sent = [];
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await pool.query("DELETE FROM outbox_events");
});
afterAll(() => pool.end());

async function start(send = async (events: OutboxEvent[]) => void sent.push(...events), sweepMs?: number) {
  const publisher = await startOutboxPublisher({ connectionString, send, ...(sweepMs ? { sweepMs } : {}) });
  stops.push(() => publisher.stop());
}

async function leave(name: string, payload: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  await pool.query("INSERT INTO outbox_events (id, name, payload) VALUES ($1, $2, $3)", [id, name, payload]);
  return id;
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error("it did not come true within 10 s");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const waiting = async () => (await pool.query("SELECT 1 FROM outbox_events WHERE published_at IS NULL")).rowCount;

it("publishes at start what is waiting, and after that at once", async () => {
  const early = await leave("core/early", { n: 1 });
  await start();
  await until(() => sent.length === 1);
  const late = await leave("core/late", { n: 2 });
  // The sweep comes every 15 s: within the deadline only the notification can have done it.
  await until(() => sent.length === 2);
  expect(sent).toMatchObject([
    { id: early, name: "core/early", data: { n: 1 }, ts: expect.any(Number) },
    { id: late, name: "core/late", data: { n: 2 } },
  ]);
  await until(async () => (await waiting()) === 0);
});

it("sends each event once when two publishers share the work", async () => {
  await start();
  await start();
  const ids = await Promise.all(Array.from({ length: 250 }, () => leave("core/shared")));
  await until(async () => (await waiting()) === 0);
  expect(sent.map(({ id }) => id).sort()).toEqual(ids.sort());
});

it("keeps what can't be sent, tries it again, and lets it hold up nothing else", async () => {
  const isBlocked = new Set(["core/blocked"]);
  await start(async (events) => {
    if (events.some(({ name }) => isBlocked.has(name))) throw new Error("refused");
    sent.push(...events);
  }, 100);
  const blocked = await leave("core/blocked");
  await until(async () => {
    const { rows } = await pool.query("SELECT attempts, last_error FROM outbox_events WHERE id = $1", [blocked]);
    return rows[0].attempts > 1 && rows[0].last_error === "refused";
  });
  await leave("core/free");
  await until(() => sent.length === 1);
  expect(sent).toMatchObject([{ name: "core/free" }]);
  isBlocked.clear();
  await until(() => sent.length === 2);
  await until(async () => (await waiting()) === 0);
});

it("goes on after its connection was lost", async () => {
  await start();
  await leave("core/before");
  await until(async () => (await waiting()) === 0);
  await pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'askproai-outbox' AND datname = current_database()",
  );
  await leave("core/after");
  await until(() => sent.some(({ name }) => name === "core/after"));
});
