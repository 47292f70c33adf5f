import { beforeEach, expect, it, vi } from "vitest";

vi.hoisted(() => {
  process.env.LIMITS = JSON.stringify({ webhooks: 2, held_webhooks: 4 });
});

import { platformClient } from "@/server/core/db";
import { forgetRefusals } from "@/server/core/request-limits/known-refusals";
import { releaseHeldWebhooks } from "@/server/webhooks/commands/release-held-webhooks";
import { jobOf } from "../../support/actors";
import { processCallEvents } from "../../support/process-calls";
import { type Call, createTelephoneCompany, ringing, sendEvent, sendRaw } from "../../support/telephone";

let company: Awaited<ReturnType<typeof createTelephoneCompany>>;
let call: Call;
beforeEach(async () => {
  forgetRefusals();
  company = await createTelephoneCompany();
  call = ringing(company);
});

const ours = () => ({ companyId: company.companyId });
const deliveries = () => platformClient().webhookLog.findMany({ where: ours(), orderBy: { id: "asc" } });
const theCall = () => platformClient().call.findFirstOrThrow({ where: { retellCallId: call.call_id } });
const release = () => releaseHeldWebhooks(jobOf(company, "release-held-webhooks", new Date()));

async function tell(...events: string[]): Promise<number[]> {
  const ended = { ...call, call_status: "ended", end_timestamp: Date.now(), disconnection_reason: "user_hangup" };
  const analysed = { ...ended, call_analysis: { call_summary: "Fragte nach den Öffnungszeiten." } };
  const of: Record<string, Call> = { call_ended: ended, call_analyzed: analysed };
  const statuses = [];
  for (const event of events) statuses.push((await sendEvent(event, of[event] ?? call)).status);
  return statuses;
}

it("keeps what comes faster than the limit, and works it off at its turn", async () => {
  await tell("call_started", "call_ended");
  expect(await tell("call_analyzed", "call_analyzed")).toEqual([200, 200]);
  expect((await deliveries()).map(({ status, isHeld }) => [status, isHeld])).toEqual([
    ["received", false],
    ["received", false],
    ["received", true],
    ["duplicate", false],
  ]);
  await processCallEvents(company);
  expect(await theCall()).toMatchObject({ status: "ended", summary: null });

  expect([await release(), await release()]).toEqual([{ released: 1 }, { released: 0 }]);
  await processCallEvents(company);
  expect(await theCall()).toMatchObject({ summary: "Fragte nach den Öffnungszeiten." });
  expect((await deliveries()).map(({ status }) => status)).toEqual([
    "processed",
    "processed",
    "processed",
    "duplicate",
  ]);
});

it("keeps only what a job would work on: the rest may come again", async () => {
  await tell("call_started", "call_ended");
  expect(await tell("transcript_updated")).toEqual([429]);
  expect(await deliveries()).toHaveLength(2);
});

it("greets who rings, however much is told of other calls", async () => {
  await tell("call_started", "call_ended");
  const body = { event: "call_inbound", call_inbound: { from_number: "+493023125011", to_number: company.toNumber } };
  const answer = await sendRaw(JSON.stringify(body));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ call_inbound: { dynamic_variables: { caller_known: "false" } } });
});
