import Retell from "retell-sdk";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { answerFunction } from "@/server/calls/functions/commands/answer-function";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { coming, iso } from "../../support/coming-days";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, askRaw, invocationsOf, RETELL_KEY } from "../../support/telephone";

let english: SalonLine;
beforeEach(async () => {
  english = await createSalonLine({}, { language: "en-US" });
});

const ours = () => ({ companyId: english.company.companyId });
const sorry = "That didn't work just now. Would you like somebody to call you back?";
const failure = { status: "error", success: false, next_function: "request-callback", say: sorry };

describe("a failure on an English line", () => {
  it("is told in English", async () => {
    await platformClient().branch.updateMany({ where: ours(), data: { isActive: false } });
    expect(await ask("company-info", english.call, { topic: "prices" })).toMatchObject(failure);
  });

  it("is told where the key can't be read any more", async () => {
    const { companyId: id } = english.company;
    await platformClient().company.update({ where: { id }, data: { retellApiKeyEncrypted: "no longer readable" } });
    expect(await ask("company-info", english.call, { topic: "prices" })).toMatchObject(failure);
  });

  it("is told of too many questions", async () => {
    await ask("company-info", english.call, {});
    const [{ id } = { id: "" }] = await platformClient().call.findMany({ where: ours() });
    await platformClient().rateLimitBucket.updateMany({
      where: { bucket: `phone:${id}` },
      // In whichever minute the next question comes.
      data: { count: 2_000_000, windowStart: new Date(Math.floor(Date.now() / 60_000) * 60_000) },
    });
    const response = await askRaw("company-info", JSON.stringify({ call: english.call, args: {} }));
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({ say: expect.stringMatching(/^One moment please/) });
  });
});

it("says so when it takes too long, and undoes what comes too late", async () => {
  await ask("company-info", english.call, {});
  const args = { service: "Massage", starts_at: iso(coming(3), 10) };
  const raw = JSON.stringify({ name: "book-appointment", call: english.call, args });
  const signature = await Retell.sign(raw, RETELL_KEY);
  const request = {
    name: "book-appointment" as const,
    raw,
    signature,
    headers: {},
    ip: "127.0.0.1",
    requestId: newId(),
  };
  await platformClient().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT FROM calls WHERE company_id = ${english.company.companyId}::uuid FOR UPDATE`;
      expect(await answerFunction(request, { deadlineMs: 300 })).toMatchObject(failure);
    },
    { timeout: 20_000 },
  );
  await vi.waitFor(
    async () =>
      expect(await invocationsOf({ ...ours(), status: "error" })).toMatchObject([{ name: "book-appointment" }]),
    { timeout: 60_000 },
  );
  expect(await platformClient().appointment.count({ where: ours() })).toBe(0);
  expect(await ask("book-appointment", english.call, args)).toMatchObject({ status: "ok" });
});
