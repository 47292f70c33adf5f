import { beforeEach, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { coming } from "../../support/coming-days";
import { createCustomer, createService, createStaff } from "../../support/factories";
import { processCallEvents } from "../../support/process-calls";
import {
  ask,
  type Call,
  createTelephoneCompany,
  ringing,
  sendEvent,
  type TelephoneCompany,
} from "../../support/telephone";

let company: TelephoneCompany;
beforeEach(async () => {
  company = await createTelephoneCompany();
});

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
    collected_dynamic_variables: { recording_consent: "audio" },
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
    const [first, ...others] = rows.map(({ id, retellCallId, createdAt, updatedAt, consentAt, ...row }) => row);
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
        { role: "agent", text: "Guten Tag!", start: 0, end: 0.9, words: expect.any(Array) },
        { role: "user", text: "Ich wollte nur fragen.", start: null, end: null, words: [] },
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

  it("makes a lead who is written to in the language of the line", async () => {
    company = await createTelephoneCompany({}, { language: "en-US" });
    await sendEvent("call_ended", stages(ringing(company, { from_number: "+493023125013" })).call_ended);
    await process();
    const where = { companyId: company.companyId };
    expect(await platformClient().customer.findMany({ where })).toMatchObject([{ language: "en" }]);
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
    for (const event of ["call_ended", "call_analyzed", "call_ended", "call_started"] as const) {
      await sendEvent(event, { ...call[event], transcript_object });
      await process();
      expect(await calls()).toMatchObject([{ outcome: "unknown", alarm: "claimed_booking" }]);
    }
    const where = { companyId: company.companyId };
    expect(await platformClient().callbackRequest.findMany({ where })).toMatchObject([
      { priority: "urgent", phone: "+493023125999", reason: expect.stringContaining("Ihr Termin ist gebucht") },
    ]);
    expect(await platformClient().outboxEvent.count({ where: { ...where, name: "call/alarm.raised" } })).toBe(1);
    expect((await calls())[0]).toMatchObject({ isAppointmentMade: false });
  });

  it.each(["concurrency_limit_reached", "error_llm_websocket_open", "error_retell"])(
    "that the provider could not serve (%s) is rung by a person, once",
    async (disconnection_reason) => {
      const call = stages(ringing(company));
      for (const event of ["call_ended", "call_analyzed"] as const) {
        await sendEvent(event, { ...call[event], disconnection_reason });
        await process();
      }
      const where = { companyId: company.companyId };
      expect(await platformClient().callbackRequest.findMany({ where })).toMatchObject([
        { priority: "urgent", phone: "+493023125999", cause: "failure" },
      ]);
      expect(await calls()).toMatchObject([{ alarm: "failure" }]);
    },
  );

  describe("that lost the wished time to others", () => {
    const callbacks = () => platformClient().callbackRequest.findMany({ where: { companyId: company.companyId } });
    /** Two callers hear of the same time, and this one is the slower each time. */
    async function loses(call: Call, times: string[]): Promise<void> {
      for (const time of times) {
        const booked = await ask("book-appointment", ringing(company, { from_number: "+493023125998" }), {
          ...{ service: "Massage", starts_at: `${coming(3)}T${time}:00+01:00`, customer_name: "Bernd Schnell" },
        });
        expect(booked.status).toBe("ok");
        const answer = await ask("book-appointment", call, {
          ...{ service: "Massage", starts_at: `${coming(3)}T${time}:00+01:00`, customer_name: "Anna Schneider" },
        });
        expect(answer.status).toBe("conflict");
      }
      for (const event of ["call_ended", "call_analyzed"] as const) await sendEvent(event, stages(call)[event]);
      await process();
    }
    beforeEach(async () => {
      await createService(company, { name: "Massage" });
      await createStaff(company);
    });

    it("more than once is rung by a person, once", async () => {
      const call = ringing(company);
      await loses(call, ["10:00", "12:00"]);
      const lost = await platformClient().call.findFirstOrThrow({ where: { retellCallId: call.call_id } });
      expect(lost).toMatchObject({ outcome: "unknown", alarm: null });
      expect(await callbacks()).toMatchObject([
        { priority: "high", phone: "+493023125999", reason: expect.stringContaining("mehrmals") },
      ]);
    });

    it("once only has heard of other times", async () => {
      await loses(ringing(company), ["10:00"]);
      expect(await callbacks()).toEqual([]);
    });
  });
});
