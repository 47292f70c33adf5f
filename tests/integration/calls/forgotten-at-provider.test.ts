import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { applyRetention } from "@/server/calls/commands/apply-retention";
import { forgetAtProvider, type RefusedCall } from "@/server/calls/commands/forget-at-provider";
import { queueRefusedCalls } from "@/server/calls/commands/queue-refused-calls";
import { queueUnanalysedCalls } from "@/server/calls/commands/queue-unanalysed-calls";
import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { DAY, HOUR, MINUTE } from "@/server/core/time";
import { jobOf } from "../../support/actors";
import { processCallEvents } from "../../support/process-calls";
import { startProviders } from "../../support/providers";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { RETELL_KEY } from "../../support/telephone";
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

const job = (laterMs = 0) => jobOf(salon.company, "forget-refused-call", new Date(Date.now() + laterMs));
const rowOf = ({ callId }: RefusedCall) => platformClient().call.findUniqueOrThrow({ where: { id: callId } });

/** What the provider answers to whoever asks for the call, and to whoever wants to hear its recording. */
async function atProvider({ retellCallId }: RefusedCall) {
  const headers = { authorization: `Bearer ${RETELL_KEY}` };
  const call = await fetch(`${sandbox.url}/retell/v2/get-call/${retellCallId}`, { headers });
  const recording = await fetch(`${sandbox.url}/recordings/${retellCallId}.wav`);
  return { isKnown: call.status === 200, isHeard: recording.status === 200 };
}

async function disturb(fault: Record<string, unknown>): Promise<void> {
  await fetch(`${sandbox.url}/_/faults`, { method: "POST", body: JSON.stringify({ provider: "retell", ...fault }) });
  onTestFinished(async () => void (await fetch(`${sandbox.url}/_/faults`, { method: "DELETE" })));
}

/** A call in which the caller said to being recorded what is told, and what the job for it was asked to do. */
async function called(recording_consent: string): Promise<{ call: RefusedCall; asked: RefusedCall[] }> {
  const { toNumber, retellAgentId, companyId } = salon.company;
  const values = { recording_consent };
  const order = { scenario: "info", to_number: toNumber, agent_id: retellAgentId, from_number: salon.number, values };
  const response = await fetch(`${sandbox.url}/_/calls`, { method: "POST", body: JSON.stringify(order) });
  const { call_id: retellCallId } = await response.json();
  await processCallEvents(salon.company);
  const { id: callId } = await platformClient().call.findFirstOrThrow({ where: { companyId, retellCallId } });
  const events = await platformClient().outboxEvent.findMany({
    where: { companyId, name: "call/conversation.refused" },
  });
  return { call: { callId, retellCallId }, asked: events.map(({ payload }) => payload as unknown as RefusedCall) };
}

describe("what the provider has of a caller who refused", () => {
  it("is deleted there: the call, its words and its recording, and nothing more is asked for", async () => {
    const { call, asked } = await called("none");
    expect(asked).toContainEqual(expect.objectContaining(call));
    expect(await atProvider(call)).toEqual({ isKnown: true, isHeard: true });
    expect(await forgetAtProvider(job(), call)).toEqual({ state: "forgotten" });
    expect(await atProvider(call)).toEqual({ isKnown: false, isHeard: false });
    expect(await rowOf(call)).toMatchObject({ providerForgotAt: expect.any(Date), providerCost: expect.anything() });
    expect(await forgetAtProvider(job(), call)).toEqual({ state: "left", why: "nothing_to_forget" });
    expect(await queueRefusedCalls(job(HOUR))).toBe(0);
    await platformClient().$executeRaw`UPDATE calls SET analysis = NULL WHERE id = ${call.callId}::uuid`;
    expect(await queueUnanalysedCalls(job(HOUR))).toBe(0);
  });

  it("stays there when they allowed it, or nobody asked", async () => {
    for (const consent of ["audio", "transcript_only", "unasked"]) {
      const { call, asked } = await called(consent);
      expect(asked).toEqual([]);
      expect(await forgetAtProvider(job(), call)).toEqual({ state: "left", why: "nothing_to_forget" });
      expect(await atProvider(call)).toMatchObject({ isKnown: true });
    }
    expect(await queueRefusedCalls(job(HOUR))).toBe(0);
  });

  it("is deleted after thirty days, whatever they agreed to, and heard by nobody from that day on", async () => {
    for (const consent of ["audio", "unasked"]) {
      const { call } = await called(consent);
      expect(await queueRefusedCalls(job(29 * DAY))).toBe(0);
      expect(await forgetAtProvider(job(29 * DAY), call)).toEqual({ state: "left", why: "nothing_to_forget" });
      expect(await applyRetention(job(29 * DAY))).toEqual({ recordings: 0, conversations: 0 });
      expect(await applyRetention(job(31 * DAY))).toEqual({
        recordings: consent === "audio" ? 1 : 0,
        conversations: 0,
      });
      expect(await rowOf(call)).toMatchObject({ recordingUrl: null, transcript: expect.any(String) });
      expect(await queueRefusedCalls(job(31 * DAY))).toBe(1);
      expect(await forgetAtProvider(job(31 * DAY), call)).toEqual({ state: "forgotten" });
      expect(await atProvider(call)).toEqual({ isKnown: false, isHeard: false });
      expect(await queueRefusedCalls(job(31 * DAY))).toBe(0);
    }
  });

  it("is deleted later when the provider fails, however long that takes", async () => {
    const { call } = await called("none");
    await disturb({ kind: "error_500" });
    for (let failures = 0; failures < 5; failures++)
      await expect(forgetAtProvider(job(), call)).rejects.toMatchObject({ status: 500 });
    expect(await forgetAtProvider(job(), call)).toMatchObject({ state: "waiting", seconds: expect.any(Number) });
    expect(await rowOf(call)).toMatchObject({ providerForgotAt: null });
    await fetch(`${sandbox.url}/_/faults`, { method: "DELETE" });
    expect(await queueRefusedCalls(job(10 * MINUTE))).toBe(0);
    expect(await queueRefusedCalls(job(HOUR))).toBe(1);
    expect(await forgetAtProvider(job(HOUR), call)).toEqual({ state: "forgotten" });
    expect(await atProvider(call)).toEqual({ isKnown: false, isHeard: false });
  });

  it("counts as deleted when the provider does not know the call any more", async () => {
    const { call } = await called("none");
    expect(await forgetAtProvider(job(), { ...call, retellCallId: "call_of_nobody" })).toEqual({ state: "forgotten" });
  });

  it("is left to the next sweep while our key is refused", async () => {
    const { call } = await called("none");
    const { companyId: rowId } = salon.company;
    const key = encrypt("revoked", { column: "companies.retell_api_key_encrypted", rowId });
    await platformClient().company.update({ where: { id: rowId }, data: { retellApiKeyEncrypted: key } });
    expect(await forgetAtProvider(job(), call)).toEqual({ state: "left", why: "refused" });
    expect(await atProvider(call)).toEqual({ isKnown: true, isHeard: true });
    expect(await queueRefusedCalls(job(HOUR))).toBe(1);
  });

  it("is not deleted before it is over, nor before its cost is known, unless that never comes", async () => {
    const { call } = await called("none");
    const change = (data: object) => platformClient().call.update({ where: { id: call.callId }, data });
    await change({ status: "ongoing" });
    expect(await forgetAtProvider(job(), call)).toEqual({ state: "left", why: "still_running" });
    await change({ status: "ended", providerCost: null });
    expect(await forgetAtProvider(job(), call)).toEqual({ state: "left", why: "cost_unknown" });
    expect(await forgetAtProvider(job(20 * MINUTE), call)).toEqual({ state: "forgotten" });
  });
});
