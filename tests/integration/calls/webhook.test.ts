import { beforeEach, describe, expect, it, vi } from "vitest";
import { applyCallEvent } from "@/server/calls/commands/apply-call-event";
import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { jobOf } from "../../support/actors";
import { coming } from "../../support/coming-days";
import { createCustomer, createService, createStaff } from "../../support/factories";
import { processCallEvents } from "../../support/process-calls";
import {
  ask,
  type Call,
  createTelephoneCompany,
  ringing,
  sendEvent,
  sendRaw,
  type TelephoneCompany,
} from "../../support/telephone";

let company: TelephoneCompany;

beforeEach(async () => {
  company = await createTelephoneCompany();
});

const logs = () =>
  platformClient().webhookLog.findMany({ where: { companyId: company.companyId }, orderBy: { receivedAt: "asc" } });
const calls = () => platformClient().call.findMany({ where: { companyId: company.companyId } });

const process = () => processCallEvents(company);

function stages(call: Call) {
  const ended = {
    ...call,
    call_status: "ended",
    end_timestamp: call.start_timestamp + 61_400,
    duration_ms: 61_400,
    disconnection_reason: "user_hangup",
    transcript: "Agent: Guten Tag!\nUser: Ich wollte nur fragen.\n",
    transcript_object: [
      {
        role: "agent",
        content: "Guten Tag!",
        words: [
          { word: "Guten", start: 0, end: 0.4 },
          { word: "Tag!", start: 0.4, end: 0.9 },
        ],
      },
      { role: "user", content: "Ich wollte nur fragen.", words: [] },
    ],
    recording_url: "https://example.com/recording.wav",
    call_cost: {
      combined_cost: 14.1234567,
      product_costs: [],
      total_duration_seconds: 61,
      total_duration_unit_price: 0.2,
    },
    latency: { e2e: { p50: 812.4, p90: 1300 } },
  };
  const analyzed = {
    ...ended,
    call_analysis: {
      call_summary: "Eine Frage.",
      user_sentiment: "Positive",
      call_successful: true,
      in_voicemail: false,
      custom_analysis_data: { topic: "Frage" },
    },
  };
  return { call_started: call, call_ended: ended, call_analyzed: analyzed };
}

describe("what is not the provider's", () => {
  it("is refused with a wrong signature, and logged", async () => {
    const response = await sendEvent("call_started", ringing(company), { key: "another key" });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      success: false,
      error: { code: "SIGNATURE_INVALID", request_id: expect.any(String) },
    });
    expect(await logs()).toMatchObject([
      { status: "rejected", isSignatureValid: false, responseStatus: 401, payload: null },
    ]);
    expect(await calls()).toEqual([]);
  });

  it("is refused without a signature", async () => {
    expect((await sendEvent("call_started", ringing(company), { signature: null })).status).toBe(401);
  });

  it("is refused when it was signed more than five minutes ago", async () => {
    const raw = JSON.stringify({ event: "call_started", call: ringing(company) });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 301_000 });
    const { default: Retell } = await import("retell-sdk");
    const signature = await Retell.sign(raw, "key_for_tests_only");
    vi.useRealTimers();
    expect((await sendRaw(raw, { signature })).status).toBe(401);
    expect(await logs()).toMatchObject([{ status: "rejected", errorMessage: "wrong_signature" }]);
  });

  it("is refused when it is signed with the platform's key but the company has its own", async () => {
    const own = await createTelephoneCompany();
    const place = { column: "companies.retell_api_key_encrypted", rowId: own.companyId };
    await platformClient().company.update({
      where: { id: own.companyId },
      data: { retellApiKeyEncrypted: encrypt("own key", place) },
    });
    expect((await sendEvent("call_started", ringing(own))).status).toBe(401);
    expect((await sendEvent("call_started", ringing(own), { key: "own key" })).status).toBe(200);
  });

  it.each(["not json", '{"call":{}}', '{"event":"call_ended","call":{}}', "[]", '"text"'])(
    "is malformed: %s",
    async (raw) => {
      const before = await platformClient().webhookLog.count({ where: { companyId: null } });
      const response = await sendRaw(raw);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ success: false, error: { code: "VALIDATION_ERROR" } });
      expect(await platformClient().webhookLog.count({ where: { companyId: null } })).toBe(before + 1);
    },
  );

  it("creates nothing for a number that is nobody's", async () => {
    const before = await platformClient().call.count();
    const response = await sendEvent("call_started", { ...ringing(company), to_number: "+493023125777" });
    expect(response.status).toBe(200);
    expect(await platformClient().call.count()).toBe(before);
    expect(await logs()).toEqual([]);
  });
});

describe("a delivery", () => {
  it("is logged once and queued once, however often it comes", async () => {
    const call = ringing(company);
    const answers = await Promise.all([1, 2, 3].map(() => sendEvent("call_started", call)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await logs()).map(({ status }) => status).sort()).toEqual(["duplicate", "duplicate", "received"]);
    expect(await platformClient().outboxEvent.count({ where: { companyId: company.companyId } })).toBe(1);
  });

  it("is shown as failed when the last try to take it over fails", async () => {
    await sendEvent("call_started", ringing(company));
    const [log] = await logs();
    const { companyId } = company;
    const ctx = jobOf(company, "process-retell-webhook", new Date());
    const unknownBranch = { deliveryId: log?.id ?? "", branchId: newId(), phoneNumberId: null, agentId: null };
    await expect(applyCallEvent(ctx, unknownBranch)).rejects.toThrow();
    expect(await logs()).toMatchObject([{ companyId, status: "received" }]);
    await expect(applyCallEvent(ctx, { ...unknownBranch, isLastTry: true })).rejects.toThrow();
    expect(await logs()).toMatchObject([{ companyId, status: "failed" }]);
  });

  it("of another kind is logged and acknowledged", async () => {
    expect((await sendEvent("transcript_updated", ringing(company))).status).toBe(200);
    expect(await logs()).toMatchObject([{ eventType: "transcript_updated", status: "received" }]);
    await process();
    expect(await calls()).toEqual([]);
  });

  it("may hold a character that a database does not", async () => {
    const raw = JSON.stringify({ event: "call_ended", call: { ...ringing(company), transcript: "User: a\u0000b" } });
    expect((await sendRaw(raw)).status).toBe(200);
    await process();
    expect(await calls()).toMatchObject([{ transcript: "User: ab" }]);
  });

  it("of the older shapes tells the same", async () => {
    const flat = {
      event: "call.ended",
      call_id: "call_old",
      to_number: company.toNumber,
      from_number: "+493023125002",
      duration_seconds: 42,
      cost_usd: 0.25,
      start_timestamp: 1_780_000_000,
    };
    expect((await sendRaw(JSON.stringify(flat))).status).toBe(200);
    await process();
    expect(await calls()).toMatchObject([
      { retellCallId: "call_old", durationSec: 42, status: "ended", startedAt: new Date(1_780_000_000_000) },
    ]);
    expect(Number((await calls())[0]?.providerCost)).toBe(25);
  });
});

describe("a call's row", () => {
  const ORDERS = [
    ["call_started", "call_ended", "call_analyzed"],
    ["call_analyzed", "call_ended", "call_started"],
    ["call_ended", "call_analyzed", "call_started", "call_ended"],
    ["call_analyzed"],
  ] as const;

  it("is the same in whatever order its events come", async () => {
    const rows = [];
    for (const order of ORDERS) {
      const call = ringing(company, { start_timestamp: 1_780_000_000_000 });
      for (const event of order) await sendEvent(event, stages(call)[event]);
      await process();
      rows.push(await platformClient().call.findFirstOrThrow({ where: { retellCallId: call.call_id } }));
    }
    const [first, ...others] = rows.map(({ id, retellCallId, createdAt, updatedAt, ...row }) => row);
    for (const other of others) expect(other).toEqual(first);
    expect(first).toMatchObject({
      status: "ended",
      durationSec: 61,
      sentiment: "positive",
      summary: "Eine Frage.",
      recordingUrl: "https://example.com/recording.wav",
      latencyMs: { p50: 812, p90: 1300 },
      extractedData: { topic: "Frage" },
      outcome: "unknown",
      transcriptTurns: [
        { role: "agent", text: "Guten Tag!", start: 0, end: 0.9 },
        { role: "user", text: "Ich wollte nur fragen.", start: null, end: null },
      ],
    });
    expect(Number(first?.providerCost)).toBe(14.123457);
  });

  it("makes a lead of an unknown caller once, and nobody of a hidden number", async () => {
    const from = "+493023125003";
    for (const from_number of [from, from, "anonymous", "+000000000"]) {
      await sendEvent("call_ended", stages(ringing(company, { from_number })).call_ended);
      await process();
    }
    const customers = await platformClient().customer.findMany({
      where: { companyId: company.companyId },
      include: { customerPhones: true },
    });
    expect(customers).toMatchObject([{ lastName: "030 23125003", callCount: 2, customerPhones: [{ e164: from }] }]);
  });

  it("belongs to the customer who has the number", async () => {
    const customer = await createCustomer(company, { phone: "+493023125004" });
    await sendEvent("call_ended", stages(ringing(company, { from_number: "+493023125004" })).call_ended);
    await process();
    expect(await calls()).toMatchObject([{ customerId: customer.id }]);
  });

  it("tells the rest of the product once, whatever a job repeats", async () => {
    const call = stages(ringing(company));
    for (const event of ["call_started", "call_ended", "call_analyzed"] as const) await sendEvent(event, call[event]);
    await process();
    await process();
    const events = await platformClient().outboxEvent.findMany({
      where: { companyId: company.companyId, name: { startsWith: "call/" } },
    });
    expect(events.map(({ name }) => name).sort()).toEqual(["call/analyzed", "call/ended", "call/started"]);
  });

  it("has the outcome of our own rows", async () => {
    await createService(company, { name: "Massage" });
    await createStaff(company);
    const call = ringing(company);
    const check = await ask("check-availability", call, { service: "Massage", date: coming(3), time: "10:00" });
    await ask("book-appointment", call, { slot_id: check.slot.slot_id, customer_name: "Anna Schneider" });
    await sendEvent("call_ended", stages(call).call_ended);
    await process();
    expect(await calls()).toMatchObject([
      { outcome: "booked", isAppointmentMade: true, customerId: expect.any(String) },
    ]);
  });

  it("frees what it still held when it ends", async () => {
    await createService(company, { name: "Massage" });
    await createStaff(company);
    const call = ringing(company);
    await ask("check-availability", call, { service: "Massage", date: coming(3), time: "10:00" });
    expect(await platformClient().slotHold.count({ where: { companyId: company.companyId } })).toBe(1);
    await sendEvent("call_ended", stages(call).call_ended);
    await process();
    expect(await platformClient().slotHold.count({ where: { companyId: company.companyId } })).toBe(0);
    expect(await platformClient().staffOccupancy.count({ where: { companyId: company.companyId } })).toBe(0);
  });

  it("raises an alarm, once, when an appointment was promised that nobody booked", async () => {
    const call = stages(ringing(company));
    const transcript_object = [
      { role: "agent", content: "Wunderbar, Ihr Termin ist gebucht.", words: [] },
      { role: "user", content: "Danke", words: [] },
    ];
    for (const event of ["call_ended", "call_analyzed"] as const)
      await sendEvent(event, { ...call[event], transcript_object });
    await process();
    const where = { companyId: company.companyId };
    expect(await platformClient().callbackRequest.findMany({ where })).toMatchObject([
      { priority: "urgent", phone: "+493023125999", reason: expect.stringContaining("Ihr Termin ist gebucht") },
    ]);
    expect(await platformClient().outboxEvent.count({ where: { ...where, name: "call/alarm.raised" } })).toBe(1);
    expect((await calls())[0]).toMatchObject({ isAppointmentMade: false });
  });
});

describe("a call that is about to come in", () => {
  const inbound = (from_number: string, to_number = company.toNumber) =>
    sendRaw(
      JSON.stringify({
        event: "call_inbound",
        call_inbound: { from_number, to_number, agent_id: company.retellAgentId },
      }),
    );

  it("is answered with who rings, in words", async () => {
    await createCustomer(company, { firstName: "Anna", lastName: "Schneider", phone: "+493023125005" });
    const answer = await (await inbound("+493023125005")).json();
    expect(answer.call_inbound.dynamic_variables).toMatchObject({
      customer_name: "Anna Schneider",
      caller_known: "true",
      next_appointment: "",
      greeting: expect.stringContaining("digitale Assistent"),
    });
    expect(Object.values(answer.call_inbound.dynamic_variables).every((value) => typeof value === "string")).toBe(true);
  });

  it("names nobody when the number is hidden or shared", async () => {
    for (const firstName of ["Anna", "Bert"]) await createCustomer(company, { firstName, phone: "+493023125006" });
    for (const from of ["anonymous", "+493023125006"])
      expect((await (await inbound(from)).json()).call_inbound.dynamic_variables.customer_name).toBe("");
  });

  it("is not ours when the number is nobody's", async () => {
    expect(await (await inbound("+493023125007", "+493023125777")).json()).toEqual({ call_inbound: {} });
  });
});
