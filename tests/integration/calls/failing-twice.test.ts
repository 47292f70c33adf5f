import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { setFallback } from "@/server/calls/commands/set-fallback";
import { listFallbacks } from "@/server/calls/queries/list-fallbacks";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { processCallEvents } from "../../support/process-calls";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, ringing, sendEvent } from "../../support/telephone";

const FALLBACK = "+493055512340";

let line: SalonLine;
beforeEach(async () => {
  line = await createSalonLine();
});

const ours = () => ({ companyId: line.company.companyId });
const branch = (data: object) => platformClient().branch.updateMany({ where: ours(), data });

/** Every function that wants to know its company's branches fails from now on. */
async function breakFunctions(): Promise<void> {
  await branch({ isActive: false });
  onTestFinished(async () => void (await branch({ isActive: true })));
}
const fail = (call = line.call) => ask("company-info", call, { topic: "prices" });

describe("a fallback number that the owner sets", () => {
  const owner = () => ownerOf(line.company);
  const set = (number: string | null) => setFallback(owner(), { branchId: line.company.branchId, number });

  it("is where callers are put through to from the next failure on, until it is taken away", async () => {
    expect(await set("030 555 123-40")).toMatchObject([
      { number: FALLBACK, numberText: expect.stringContaining("030") },
    ]);
    await breakFunctions();
    await fail();
    expect(await fail()).toMatchObject({ reason: "failed_again", transfer: { number: FALLBACK } });
    await branch({ isActive: true });
    await set("");
    await branch({ isActive: false });
    expect(await fail()).toMatchObject({ reason: "failed_again", transfer: { number: null } });
  });

  it("is a number, and none that the agent answers itself", async () => {
    await expect(set("nach Feierabend")).rejects.toMatchObject({ reason: "international_number" });
    await expect(set(line.company.toNumber)).rejects.toMatchObject({ reason: "fallback_is_agent" });
    expect(await listFallbacks(owner())).toMatchObject([{ number: null }]);
  });

  it("is no other company's to set, and the log says who did", async () => {
    const others = await createSalonLine();
    const theirs = setFallback(ownerOf(others.company), { branchId: line.company.branchId, number: FALLBACK });
    await expect(theirs).rejects.toMatchObject({ code: "NOT_FOUND" });
    await set(FALLBACK);
    const log = await platformClient().activityLog.findMany({ where: { ...ours(), action: "edit_branches" } });
    expect(log).toMatchObject([{ newValues: { fallbackPhone: FALLBACK } }]);
  });
});

describe("functions that fail twice in one call", () => {
  it("put the caller through to the branch's fallback number, and from then on", async () => {
    await branch({ fallbackPhone: FALLBACK, name: "Mitte" });
    await breakFunctions();
    const first = await fail();
    expect(first).toMatchObject({ status: "error", say: expect.stringContaining("Soll Sie jemand zurückrufen?") });
    expect(first).not.toHaveProperty("transfer");
    for (const again of [await fail(), await ask("check-availability", line.call, {})])
      expect(again).toMatchObject({
        ...{ status: "error", success: false, reason: "failed_again", next_function: "request-callback" },
        transfer: { number: FALLBACK, name: "Mitte" },
        say: "Das klappt gerade leider nicht. Einen Moment bitte, ich verbinde Sie mit Mitte.",
      });
  });

  it.each([
    ["there is no such number", null],
    ["it is one that the agent answers itself", "its own"],
  ])("take a message where %s, never the line that was rung", async (_why, number) => {
    await branch({ fallbackPhone: number && line.company.toNumber, phone: line.company.toNumber });
    await breakFunctions();
    await fail();
    expect(await fail()).toMatchObject({
      ...{ status: "error", next_function: "request-callback" },
      transfer: { number: null },
      say: expect.stringMatching(/^Das klappt gerade leider auch nicht\. Was darf ich ausrichten/),
    });
  });

  it("are counted for each call by itself", async () => {
    await branch({ fallbackPhone: FALLBACK });
    await breakFunctions();
    await fail();
    expect(await fail(ringing(line.company))).not.toHaveProperty("transfer");
  });

  it.each([FALLBACK, null])("leave a callback and an alarm, with the fallback number %s", async (fallbackPhone) => {
    await branch({ fallbackPhone });
    await breakFunctions();
    await fail();
    await fail();
    const ended = { call_status: "ended", end_timestamp: line.call.start_timestamp + 60_000 };
    await sendEvent("call_ended", { ...line.call, ...ended, disconnection_reason: "call_transfer" });
    await processCallEvents(line.company);
    expect(await platformClient().call.findMany({ where: ours() })).toMatchObject([{ alarm: "failure" }]);
    expect(await platformClient().callbackRequest.findMany({ where: ours() })).toMatchObject([
      { priority: "urgent", cause: "failure" },
    ]);
    expect(await platformClient().outboxEvent.count({ where: { ...ours(), name: "call/alarm.raised" } })).toBe(1);
  });

  it("are told in English on an English line", async () => {
    line = await createSalonLine({}, { language: "en-US" });
    await branch({ fallbackPhone: FALLBACK, name: "Mitte" });
    await breakFunctions();
    await fail();
    expect(await fail()).toMatchObject({
      say: "I'm sorry, that isn't working. One moment please, I'll put you through to Mitte.",
    });
  });
});
