import { beforeEach, describe, expect, it, vi } from "vitest";
import { applyCallEvent } from "@/server/calls/commands/apply-call-event";
import { encrypt } from "@/server/core/crypto";
import { platformClient } from "@/server/core/db";
import { findDelivery } from "@/server/core/deliveries";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { jobOf } from "../../support/actors";
import { createCustomer } from "../../support/factories";
import { processCallEvents } from "../../support/process-calls";
import { createTelephoneCompany, ringing, sendEvent, sendRaw, type TelephoneCompany } from "../../support/telephone";

let company: TelephoneCompany;
beforeEach(async () => {
  company = await createTelephoneCompany();
});

const logs = () =>
  platformClient().webhookLog.findMany({
    where: { companyId: company.companyId },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
  });

const calls = () => platformClient().call.findMany({ where: { companyId: company.companyId } });
const process = () => processCallEvents(company);
const giveKey = ({ companyId: rowId }: TelephoneCompany) => {
  const place = { column: "companies.retell_api_key_encrypted", rowId };
  const data = { retellApiKeyEncrypted: encrypt("own key", place) };
  return platformClient().company.update({ where: { id: rowId }, data });
};

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
    await giveKey(own);
    expect((await sendEvent("call_started", ringing(own))).status).toBe(401);
    expect((await sendEvent("call_started", ringing(own), { key: "own key" })).status).toBe(200);
  });

  it.each([
    ...["not json", '{"call":{}}', '{"event":"call_ended","call":{}}', "[]", '"text"'],
    ...['{"event":"call.ended","call_id":"call_old"}', '{"event":"call_ended","data":{"call_id":"call_old"}}'],
  ])("is malformed: %s", async (raw) => {
    const before = await platformClient().webhookLog.count({ where: { companyId: null } });
    const response = await sendRaw(raw);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ success: false, error: { code: "VALIDATION_ERROR" } });
    expect(await platformClient().webhookLog.count({ where: { companyId: null } })).toBe(before + 1);
  });

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

  it("is not kept away by somebody else's company that names the same call first", async () => {
    const theirs = await createTelephoneCompany();
    await giveKey(theirs);
    const call = ringing(company);
    const claimed = { ...ringing(theirs), call_id: call.call_id };
    expect((await sendEvent("call_started", claimed, { key: "own key" })).status).toBe(200);
    expect((await sendEvent("call_started", call)).status).toBe(200);
    expect(await logs()).toMatchObject([{ status: "received" }]);
    await processCallEvents(theirs);
    await process();
    expect(await calls()).toMatchObject([{ retellCallId: call.call_id }]);
    // Of a delivery with neither number nor agent only the call says whose it is.
    const { call_id, start_timestamp } = call;
    expect((await sendEvent("call_ended", { call_id, start_timestamp, call_status: "ended" })).status).toBe(200);
    expect((await logs()).map(({ eventType }) => eventType)).toEqual(["call_started", "call_ended"]);
  });

  it("is kept encrypted, and read by whoever works on it", async () => {
    await sendEvent("call_started", ringing(company));
    const [row] = await logs();
    expect(row?.payload).toBeNull();
    expect(JSON.stringify(row)).not.toContain(ringing(company).from_number);
    const delivery = await transact(jobOf(company), (tx) => findDelivery(tx, row?.id ?? ""));
    expect(delivery?.payload).toMatchObject({
      event: "call_started",
      call: { from_number: expect.stringMatching(/\d/) },
    });
    expect(delivery).not.toHaveProperty("payloadEncrypted");
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
    expect((await sendEvent("transfer_started", ringing(company))).status).toBe(200);
    expect(await logs()).toMatchObject([{ eventType: "transfer_started", status: "processed" }]);
    await process();
    expect(await calls()).toEqual([]);
  });

  it("may hold a character that a database does not", async () => {
    const raw = JSON.stringify({ event: "call_ended", call: { ...ringing(company), transcript: "User: a\u0000b" } });
    expect((await sendRaw(raw)).status).toBe(200);
    await process();
    expect(await calls()).toMatchObject([{ transcript: "User: ab" }]);
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

  it("is answered without a name while the caller has only left a number", async () => {
    await createCustomer(company, { firstName: "", lastName: "030 23125010", phone: "+493023125010" });
    const answer = await (await inbound("+493023125010")).json();
    expect(answer.call_inbound.dynamic_variables).toMatchObject({ customer_name: "", caller_known: "false" });
  });

  it("leaves a row each time, and is answered also when it comes again", async () => {
    for (const from of ["+493023125008", "+493023125008", "+493023125009"])
      expect((await inbound(from)).status).toBe(200);
    const row = { eventType: "call_inbound", isSignatureValid: true, responseStatus: 200 };
    expect(await logs()).toMatchObject([
      { ...row, status: "processed" },
      { ...row, status: "duplicate" },
      { ...row, status: "processed" },
    ]);
    expect(await calls()).toEqual([]);
  });

  it("is not ours when the number is nobody's", async () => {
    expect(await (await inbound("+493023125007", "+493023125777")).json()).toEqual({ call_inbound: {} });
  });
});
