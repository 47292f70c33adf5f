import { beforeEach, expect, it, vi } from "vitest";

vi.hoisted(() => {
  process.env.LIMITS = JSON.stringify({ webhooks: 2, held_webhooks: 3 });
});

import { platformClient } from "@/server/core/db";
import { forgetRefusals } from "@/server/core/request-limits/known-refusals";
import { MINUTE } from "@/server/core/time";
import { releaseHeldWebhooks } from "@/server/webhooks/commands/release-held-webhooks";
import { replayWebhook } from "@/server/webhooks/commands/replay-webhook";
import { listCompaniesWithHeld } from "@/server/webhooks/queries/list-companies-with-held";
import { listWebhooks } from "@/server/webhooks/queries/list-webhooks";
import { jobOf, ownerOf } from "../../support/actors";
import { type ConnectedCompany, withSandbox } from "../calcom/connected-company";
import { createListeningCompany, deliver, deliveriesOf, received, withDoor } from "../calcom/inbound-deliveries";

withSandbox();
withDoor();

let ours: ConnectedCompany;
beforeEach(async () => {
  forgetRefusals();
  ours = await createListeningCompany();
});

const ping = (number: number) => ({
  ...{ triggerEvent: "PING", createdAt: new Date(Date.UTC(2026, 11, 1, 9, 0, number)).toISOString(), payload: {} },
});
async function burst(count: number): Promise<number[]> {
  const statuses = [];
  for (let number = 0; number < count; number++) statuses.push((await deliver(ours, ping(number))).status);
  return statuses;
}
const release = () => releaseHeldWebhooks(jobOf(ours.company, "release-held-webhooks", new Date()));
const waiting = async () => (await received(ours)).map(({ deliveryId }) => deliveryId);
const held = async () => (await deliveriesOf(ours)).filter(({ isHeld }) => isHeld).map(({ id }) => id);

it("keeps what comes faster than the limit, shows it, and gives each its turn once", async () => {
  expect(await burst(5)).toEqual([200, 200, 200, 200, 200]);
  const all = (await deliveriesOf(ours)).map(({ id }) => id);
  expect(await waiting()).toEqual(all.slice(0, 2));
  expect(await held()).toEqual(all.slice(2));
  const { items } = await listWebhooks(ownerOf(ours.company, new Date()), { limit: 25 });
  expect(items.map(({ status }) => status)).toEqual(Array(5).fill("received"));
  expect(await listCompaniesWithHeld()).toContain(ours.company.companyId);

  expect([await release(), await release(), await release()]).toEqual([
    { released: 2 },
    { released: 1 },
    { released: 0 },
  ]);
  expect(await waiting()).toEqual(all);
  expect(await listCompaniesWithHeld()).not.toContain(ours.company.companyId);
});

it("has each one turn also when two processes give them out", async () => {
  await burst(4);
  const results = await Promise.all([release(), release()]);
  expect(results.reduce((sum, { released }) => sum + released, 0)).toBe(2);
  expect(await waiting()).toHaveLength(4);
});

it("knows a held delivery that comes again", async () => {
  await burst(3);
  expect((await deliver(ours, ping(2))).status).toBe(200);
  expect((await deliveriesOf(ours)).map(({ status }) => status)).toEqual([
    "received",
    "received",
    "received",
    "duplicate",
  ]);
  expect(await held()).toHaveLength(1);
});

it("works through a held one at once for a person who asks, and not again at its turn", async () => {
  await burst(3);
  const [id = ""] = await held();
  const muchLater = new Date(Date.now() + 31 * MINUTE);
  await replayWebhook(ownerOf(ours.company, muchLater), { webhookLogId: id });
  expect(await waiting()).toContain(id);
  expect(await release()).toEqual({ released: 0 });
});

it("has an end, and holds nothing for whoever can't sign", async () => {
  expect(await burst(7)).toEqual([200, 200, 200, 200, 200, 429, 429]);
  expect(await deliveriesOf(ours)).toHaveLength(5);
  const { companyId } = ours.company;
  expect((await deliver(ours, ping(30), "a guess")).status).toBe(401);
  expect(await platformClient().webhookLog.count({ where: { companyId, isHeld: true } })).toBe(3);
});
