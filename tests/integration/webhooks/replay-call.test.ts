import { afterAll, beforeAll, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { replayWebhook } from "@/server/webhooks/commands/replay-webhook";
import { getWebhook } from "@/server/webhooks/queries/get-webhook";
import { ownerOf } from "../../support/actors";
import { processCallEvents } from "../../support/process-calls";
import { startProviders } from "../../support/providers";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { openTelephoneDoor } from "../../support/telephone-door";

let salon: SalonLine;
let door: Awaited<ReturnType<typeof openTelephoneDoor>>;
let sandbox: Awaited<ReturnType<typeof startProviders>>;

beforeAll(async () => {
  door = await openTelephoneDoor();
  sandbox = await startProviders({ appUrl: door.url });
  salon = await createSalonLine();
});
afterAll(async () => {
  await sandbox.stop();
  await door.close();
});

const where = () => ({ companyId: salon.company.companyId });
const deliveries = () =>
  platformClient().webhookLog.findMany({ where: where(), orderBy: [{ receivedAt: "asc" }, { id: "asc" }] });

/** All that the events of a call may bring about. */
async function effects() {
  const calls = await platformClient().call.findMany({ where: where() });
  const facts = calls.map(({ id, status, outcome, summary, durationSec }) => ({
    id,
    status,
    outcome,
    summary,
    durationSec,
  }));
  const client = platformClient();
  const counts = [
    await client.appointment.count({ where: where() }),
    await client.customer.count({ where: where() }),
    await client.notificationQueue.count({ where: where() }),
    await client.callbackRequest.count({ where: where() }),
  ];
  return { facts, counts };
}

it("the events of a call change nothing when they are worked through once more, in the wrong order", async () => {
  const { toNumber, retellAgentId } = salon.company;
  const parties = { to_number: toNumber, agent_id: retellAgentId, from_number: salon.number };
  await fetch(`${sandbox.url}/_/calls`, { method: "POST", body: JSON.stringify({ scenario: "book", ...parties }) });
  await processCallEvents(salon.company);
  const before = await effects();
  expect(before).toMatchObject({ facts: [{ status: "ended", outcome: "booked" }], counts: [1, 1, 0, 0] });
  await platformClient().outboxEvent.deleteMany({ where: { ...where(), name: "retell/webhook.received" } });

  const rows = (await deliveries()).filter(
    ({ eventType }) => eventType?.startsWith("call_") && eventType !== "call_inbound",
  );
  expect(rows).toHaveLength(3);
  for (const { id } of rows.toReversed()) {
    await replayWebhook(ownerOf(salon.company, new Date()), { webhookLogId: id });
    await processCallEvents(salon.company);
  }
  expect((await deliveries()).map(({ status }) => status)).not.toContain("received");
  expect(await effects()).toEqual(before);
  const [first] = rows;
  const details = await getWebhook(ownerOf(salon.company, new Date()), { webhookLogId: first?.id ?? "" });
  expect(details.subject).toEqual({ type: "call", id: before.facts[0]?.id });
});
