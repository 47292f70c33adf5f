import Retell from "retell-sdk";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { platformClient } from "@/server/core/db";
import { coming } from "../../support/coming-days";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, askRaw, invocationsOf, RETELL_KEY, ringing } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
beforeEach(async () => {
  salon = await createSalonLine();
});

const ours = () => ({ companyId: salon.company.companyId });

describe("the door", () => {
  const body = () => JSON.stringify({ name: "company-info", call: salon.call, args: { topic: "Preise" } });

  it("takes bare arguments with a call id, once the call is known", async () => {
    await ask("company-info", salon.call, {});
    const flat = JSON.stringify({ call_id: salon.call.call_id, topic: "Öffnungszeiten" });
    expect(await (await askRaw("company_info", flat)).json()).toMatchObject({ status: "ok" });
  });

  it("refuses a wrong, a missing and an old signature", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 301_000 });
    const old = await Retell.sign(body(), RETELL_KEY);
    vi.useRealTimers();
    for (const sending of [{ key: "another key" }, { signature: null }, { signature: old }]) {
      const response = await askRaw("company-info", body(), sending);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ success: false, error: { code: "SIGNATURE_INVALID" } });
    }
    expect(await invocationsOf(ours())).toEqual([]);
    expect(
      await platformClient().webhookLog.count({ where: { ...ours(), status: "rejected", responseStatus: 401 } }),
    ).toBe(3);
  });

  it("refuses what it can't read", async () => {
    const response = await askRaw("company-info", "not json");
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ success: false, error: { code: "VALIDATION_ERROR" } });
  });

  it("does not know every function", async () => {
    expect((await askRaw("drop-tables", body())).status).toBe(404);
  });

  it("answers an unknown number by voice and leaves nothing behind", async () => {
    const before = await platformClient().call.count();
    const answer = await ask("book-appointment", { ...salon.call, to_number: "+493023125777" }, { service: "Massage" });
    expect(answer).toMatchObject({
      status: "not_allowed",
      success: false,
      say: expect.stringMatching(/keine Auskunft/),
    });
    expect(await platformClient().call.count()).toBe(before);
    expect(
      await platformClient().webhookLog.findFirst({ where: { companyId: null, errorMessage: "unknown_number" } }),
    ).not.toBeNull();
  });

  it("has a limit for each call", async () => {
    await ask("company-info", salon.call, {});
    const [{ id } = { id: "" }] = await platformClient().call.findMany({ where: ours() });
    await platformClient().rateLimitBucket.updateMany({
      where: { bucket: `phone:${id}` },
      data: { count: 100, windowStart: new Date(Math.floor(Date.now() / 60_000) * 60_000) },
    });
    const response = await askRaw("company-info", body());
    expect(response.status).toBe(429);
    const wait = Number(response.headers.get("retry-after"));
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await response.json()).toMatchObject({
      success: false,
      status: "error",
      say: expect.stringContaining("zurückrufen"),
      next_function: "request-callback",
      error: { code: "RATE_LIMITED" },
    });
    const other = ringing(salon.company);
    expect((await ask("company-info", other, {})).status).toBe("needs_input");
  });

  it("has a sentence and a way on when something breaks", async () => {
    const check = await ask("check-availability", salon.call, { service: "Massage", date: wednesday, time: "10:00" });
    await platformClient().branch.updateMany({ where: ours(), data: { timezone: "Nowhere/Nowhere" } });
    const answer = await ask("book-appointment", salon.call, { slot_id: check.slot.slot_id });
    expect(answer).toEqual({
      status: "error",
      success: false,
      next_function: "request-callback",
      say: "Das hat gerade leider nicht geklappt. Soll Sie jemand zurückrufen?",
      request_id: expect.any(String),
    });
    expect(await platformClient().appointment.count({ where: ours() })).toBe(0);
    expect(await invocationsOf({ ...ours(), status: "error" })).toMatchObject([
      { name: "book-appointment", isSuccess: false },
    ]);
  });
});
