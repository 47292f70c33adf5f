import { beforeEach, describe, expect, it, vi } from "vitest";
import { applyCallEvent } from "@/server/calls/commands/apply-call-event";
import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { jobOf } from "../../support/actors";
import { createCustomer } from "../../support/factories";
import { processCallEvents } from "../../support/process-calls";
import { createTelephoneCompany, ringing, sendEvent, sendRaw, type TelephoneCompany } from "../../support/telephone";

let company: TelephoneCompany;
beforeEach(async () => {
  company = await createTelephoneCompany();
});

const logs = () =>
  platformClient().webhookLog.findMany({ where: { companyId: company.companyId }, orderBy: { receivedAt: "asc" } });

const calls = () => platformClient().call.findMany({ where: { companyId: company.companyId } });
const process = () => processCallEvents(company);

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
