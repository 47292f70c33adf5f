import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { catchUpCall, type OverdueCall } from "@/server/calls/commands/catch-up-call";
import { queueOverdueCalls } from "@/server/calls/commands/queue-overdue-calls";
import { queueUnanalysedCalls } from "@/server/calls/commands/queue-unanalysed-calls";
import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { DAY, HOUR, MINUTE } from "@/server/core/time";
import { jobOf } from "../../support/actors";
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
});
afterAll(async () => {
  await sandbox.stop();
  await door.close();
});

beforeEach(async () => {
  salon = await createSalonLine();
});

const ours = () => ({ companyId: salon.company.companyId });
const theCall = () =>
  platformClient().call.findFirstOrThrow({ where: ours(), orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
const told = (name: string) => platformClient().outboxEvent.findMany({ where: { ...ours(), name } });

async function play(scenario: string): Promise<{ call_id: string }> {
  const { toNumber, retellAgentId } = salon.company;
  const order = { scenario, to_number: toNumber, agent_id: retellAgentId, from_number: salon.number };
  const response = await fetch(`${sandbox.url}/_/calls`, { method: "POST", body: JSON.stringify(order) });
  if (!response.ok) throw new Error(await response.text());
  await processCallEvents(salon.company);
  return response.json();
}

async function disturb(fault: Record<string, unknown>): Promise<void> {
  await fetch(`${sandbox.url}/_/faults`, { method: "POST", body: JSON.stringify({ provider: "retell", ...fault }) });
  onTestFinished(async () => void (await fetch(`${sandbox.url}/_/faults`, { method: "DELETE" })));
}

describe("a call that never ended", () => {
  async function hanging(retellCallId: string) {
    const { companyId, branchId } = salon.company;
    const startedAt = new Date(Date.now() - 3 * HOUR);
    const data = {
      id: newId(),
      companyId,
      branchId,
      retellCallId,
      direction: "inbound",
      status: "ongoing",
      startedAt,
    } as const;
    return platformClient().call.create({ data });
  }
  const job = () => jobOf(salon.company, "close-stale-calls", new Date());

  it("is found, and fetched from the provider", async () => {
    const { call_id } = await play("info");
    await platformClient().call.updateMany({
      where: { retellCallId: call_id },
      data: {
        status: "ongoing",
        startedAt: new Date(Date.now() - 3 * HOUR),
        summary: null,
        analysis: undefined,
        endedAt: null,
      },
    });
    expect(await queueOverdueCalls(job())).toBe(1);
    const [event] = await told("call/overdue");
    await catchUpCall(job(), event?.payload as unknown as OverdueCall);
    expect(await theCall()).toMatchObject({ status: "ended", summary: expect.any(String), outcome: "info" });
    expect(await queueOverdueCalls(job())).toBe(0);
  });

  it("is closed as failed when the provider does not know it", async () => {
    const call = await hanging(`call_${newId()}`);
    await catchUpCall(job(), { callId: call.id, retellCallId: call.retellCallId ?? "" });
    expect(await theCall()).toMatchObject({
      status: "error",
      disconnectionReason: "no_end_event",
      endedAt: expect.any(Date),
    });
    await catchUpCall(job(), { callId: call.id, retellCallId: call.retellCallId ?? "" });
    expect(await told("call/ended")).toHaveLength(1);
  });

  it("waits, unchanged, while the provider is to be left alone", async () => {
    const { id: callId } = await hanging(`call_${newId()}`);
    const wanted = { callId, retellCallId: "call_of_nobody" };
    await disturb({ kind: "error_500" });
    for (let failures = 0; failures < 5; failures++)
      await expect(catchUpCall(job(), wanted)).rejects.toMatchObject({ status: 500 });
    expect(await catchUpCall(job(), wanted)).toMatchObject({ state: "waiting", seconds: expect.any(Number) });
    expect(await theCall()).toMatchObject({ status: "ongoing", endedAt: null });
  });

  it("is closed when the provider does not take our key", async () => {
    const { id: callId } = await hanging(`call_${newId()}`);
    const rowId = salon.company.companyId;
    const key = encrypt("revoked", { column: "companies.retell_api_key_encrypted", rowId });
    await platformClient().company.update({ where: { id: rowId }, data: { retellApiKeyEncrypted: key } });
    expect(await catchUpCall(job(), { callId, retellCallId: "call_of_nobody" })).toEqual({ state: "done" });
    expect(await theCall()).toMatchObject({ status: "error", disconnectionReason: "no_end_event" });
    expect(await queueOverdueCalls(job())).toBe(0);
  });

  it("is closed a day later when the provider still gives no answer", async () => {
    const { id: callId } = await hanging(`call_${newId()}`);
    const wanted = { callId, retellCallId: "call_of_nobody" };
    const nextDay = jobOf(salon.company, "close-stale-calls", new Date(Date.now() + DAY));
    await disturb({ kind: "error_500" });
    await expect(catchUpCall(job(), wanted)).rejects.toMatchObject({ status: 500 });
    expect(await theCall()).toMatchObject({ status: "ongoing" });
    expect(await catchUpCall(nextDay, wanted)).toEqual({ state: "done" });
    expect(await theCall()).toMatchObject({ status: "error", disconnectionReason: "no_end_event" });
  });

  it("is left alone while it may still go on", async () => {
    const call = await hanging(`call_${newId()}`);
    await platformClient().call.update({ where: { id: call.id }, data: { startedAt: new Date(Date.now() - HOUR) } });
    expect(await queueOverdueCalls(job())).toBe(0);
  });
});

describe("a call whose analysis was lost", () => {
  const sweepAt = (ms: number) => jobOf(salon.company, "sync-retell-calls", new Date(Date.now() + ms));

  async function unanalysed(): Promise<OverdueCall> {
    await disturb({ kind: "lost_webhook", path: "call_analyzed" });
    const { call_id: retellCallId } = await play("book");
    const { id: callId, ...call } = await theCall();
    expect(call).toMatchObject({ status: "ended", outcome: "booked", summary: null, analysis: null });
    return { callId, retellCallId };
  }

  it("is found a quarter of an hour later, and gets it once", async () => {
    const call = await unanalysed();
    expect(await queueUnanalysedCalls(sweepAt(10 * MINUTE))).toBe(0);
    expect(await queueUnanalysedCalls(sweepAt(30 * MINUTE))).toBe(1);
    expect((await told("call/overdue")).map(({ payload }) => payload)).toMatchObject([call]);
    await Promise.all([1, 2].map(() => catchUpCall(sweepAt(30 * MINUTE), call)));
    expect(await theCall()).toMatchObject({
      summary: expect.stringContaining("gebucht"),
      sentiment: "positive",
      analysis: expect.any(Object),
      outcome: "booked",
    });
    expect(await told("call/analyzed")).toHaveLength(1);
    expect(await queueUnanalysedCalls(sweepAt(HOUR))).toBe(0);
  });

  it("stays as it is while the provider has none, and is not asked for when it is a day old", async () => {
    const { callId } = await unanalysed();
    const before = await theCall();
    await catchUpCall(sweepAt(HOUR), { callId, retellCallId: "call_of_nobody" });
    expect(await theCall()).toEqual(before);
    expect(await queueUnanalysedCalls(sweepAt(HOUR))).toBe(1);
    expect(await queueUnanalysedCalls(sweepAt(DAY + HOUR))).toBe(0);
  });

  it("is left alone when it was deleted, or never had an end that the provider knows", async () => {
    const { callId } = await unanalysed();
    const change = (data: object) => platformClient().call.update({ where: { id: callId }, data });
    await change({ deletedAt: new Date() });
    expect(await queueUnanalysedCalls(sweepAt(HOUR))).toBe(0);
    await change({ deletedAt: null, status: "error", disconnectionReason: "no_end_event" });
    expect(await queueUnanalysedCalls(sweepAt(HOUR))).toBe(0);
    await change({ disconnectionReason: "error_asr" });
    expect(await queueUnanalysedCalls(sweepAt(HOUR))).toBe(1);
  });
});
