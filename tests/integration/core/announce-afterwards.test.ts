import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { callFunctionCalled } from "@/server/calls/events";
import { closeConnections } from "@/server/core/close-connections";
import type { TransactionContext } from "@/server/core/context";
import { ask, db } from "@/server/core/db";
import { receiveDelivery } from "@/server/core/deliveries";
import { env } from "@/server/core/env";
import { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { ownerOf } from "../../support/actors";
import { createTenantWithCompany, type TestCompany } from "../../support/factories";

let ours: TestCompany;
let listener: pg.Client;
let heard: { channel: string; payload: string }[];

beforeAll(async () => {
  ours = await createTenantWithCompany();
  listener = new pg.Client({ connectionString: env().APP_DATABASE_URL });
  await listener.connect();
  listener.on("notification", ({ channel, payload = "" }) => {
    // Other files' companies announce as well.
    if (channel === "outbox" || payload.includes(ours.companyId) || payload.startsWith("end:"))
      heard.push({ channel, payload });
  });
  await listener.query("LISTEN live; LISTEN outbox");
});
beforeEach(() => {
  heard = [];
});
afterAll(() => listener.end());

/** Everything that is announced of what is over: nobody waits for it, but a connection that is closed has sent it. */
async function hear() {
  await closeConnections();
  return hearUpToNow();
}

/** Who listens hears in the order of the commits. */
async function hearUpToNow() {
  const end = `end:${newId()}`;
  await listener.query("SELECT pg_notify('live', $1)", [end]);
  while (!heard.some(({ payload }) => payload === end)) await listener.query("SELECT 1");
  const names = heard.filter(({ channel, payload }) => channel === "live" && payload !== end);
  const told = {
    live: names.map(({ payload }) => JSON.parse(payload).data.name),
    wakes: heard.length - names.length - 1,
  };
  heard = [];
  return told;
}

const tell = (tx: TransactionContext, name: string) =>
  publish(tx, callFunctionCalled, { callId: newId(), name, status: "ok", durationMs: 1 });
const owner = () => ownerOf(ours);

it("announces when the transaction is over, in order and once", async () => {
  await transact(owner(), async (tx) => {
    await tell(tx, "first");
    await tell(tx, "second");
    expect((await hearUpToNow()).live).toEqual([]);
  });
  expect(await hear()).toEqual({ live: ["first", "second"], wakes: 1 });
  await transact(owner(), (tx) => db(tx).branch.count());
  expect(await hear()).toEqual({ live: [], wakes: 0 });
});

it("says nothing of what was undone, whole or in part", async () => {
  const failing = transact(owner(), async (tx) => {
    await tell(tx, "undone");
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  await transact(owner(), async (tx) => {
    await tell(tx, "kept");
    await ask(tx, Prisma.sql`SAVEPOINT part`);
    await tell(tx, "taken back");
    await ask(tx, Prisma.sql`ROLLBACK TO SAVEPOINT part`);
  });
  expect(await hear()).toEqual({ live: ["kept"], wakes: 1 });
});

it("announces what the last statement of all told", async () => {
  await transact(owner(), async (tx) => {
    tx.lastly.push(() => tell(tx, "lastly"));
  });
  expect(await hear()).toEqual({ live: ["lastly"], wakes: 1 });
});

it("mixes up nothing of many who write at the same time", async () => {
  const names = Array.from({ length: 60 }, (_, n) => `n${n}`);
  await Promise.all(names.map((name) => transact(owner(), (tx) => tell(tx, name))));
  const { live, wakes } = await hear();
  expect(live.sort()).toEqual([...names].sort());
  expect(wakes).toBe(60);
});

it("wakes the publisher for a delivery, right away", async () => {
  const delivery = { source: "retell" as const, event: "call_started", headers: {}, raw: "{}" };
  const one = { ...delivery, externalId: newId(), companyId: ours.companyId };
  const event = { name: "retell/webhook.received", data: { companyId: ours.companyId } };
  expect(await receiveDelivery(one, event)).toBe(true);
  expect(await hear()).toEqual({ live: [], wakes: 1 });
  // One that came before announces nothing.
  expect(await receiveDelivery(one, event)).toBe(false);
  expect(await hear()).toEqual({ live: [], wakes: 0 });
});

it("leaves it to nobody else: without us the database announces by itself, with us not before the commit", async () => {
  const client = new pg.Client({ connectionString: env().APP_DATABASE_URL });
  await client.connect();
  const write = (name: string) =>
    client.query("INSERT INTO outbox_events (id, company_id, name, payload) VALUES ($1, $2, 'probe', $3)", [
      newId(),
      ours.companyId,
      JSON.stringify({ name }),
    ]);
  try {
    await client.query(`SELECT set_config('app.company_id', '${ours.companyId}', false)`);
    await write("at once");
    expect(await hear()).toEqual({ live: ["at once"], wakes: 1 });
    await client.query("BEGIN; SET LOCAL app.announces_later = 'yes'");
    await write("later");
    await client.query("COMMIT");
    expect(await hear()).toEqual({ live: [], wakes: 0 });
    await client.query("SELECT announce_news()");
    expect(await hear()).toEqual({ live: ["later"], wakes: 1 });
  } finally {
    await client.end();
  }
});
