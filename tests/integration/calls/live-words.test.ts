import { beforeEach, expect, it } from "vitest";
import { getCall } from "@/server/calls/queries/get-call";
import { platformClient } from "@/server/core/db";
import { jobOf } from "../../support/actors";
import { processCallEvents } from "../../support/process-calls";
import { type Call, createTelephoneCompany, ringing, sendEvent, type TelephoneCompany } from "../../support/telephone";

let company: TelephoneCompany;
let call: Call;
beforeEach(async () => {
  company = await createTelephoneCompany();
  call = ringing(company);
});

const words = (content: string, start: number) => [{ word: content, start, end: start + 1 }];
const saying = (...texts: string[]): Call => ({
  ...call,
  transcript: texts.map((text) => `Agent: ${text}\n`).join(""),
  transcript_object: texts.map((content, index) => ({ role: "agent", content, words: words(content, index) })),
});
const first = () => saying("Guten Tag!");
const second = () => saying("Guten Tag!", "Was kann ich für Sie tun?");

const row = () => platformClient().call.findFirstOrThrow({ where: { companyId: company.companyId } });
async function shown() {
  const details = await getCall(jobOf(company, "test", new Date()), { callId: (await row()).id });
  return details.turns.map(({ text }) => text);
}
const countNews = () =>
  platformClient().outboxEvent.count({ where: { companyId: company.companyId, name: "call/updated" } });

it("grow while the call goes on, also before anything else was told of it, and open pages hear of it", async () => {
  await sendEvent("transcript_updated", first());
  await processCallEvents(company);
  expect(await shown()).toEqual(["Guten Tag!"]);
  expect(await row()).toMatchObject({ status: "ongoing", outcome: "unknown" });
  await sendEvent("transcript_updated", second());
  await processCallEvents(company);
  expect(await shown()).toEqual(["Guten Tag!", "Was kann ich für Sie tun?"]);
  expect(await countNews()).toBe(2);
});

it("never get fewer when what was said first comes last", async () => {
  for (const update of [second(), first()]) await sendEvent("transcript_updated", update);
  await processCallEvents(company);
  expect(await shown()).toEqual(["Guten Tag!", "Was kann ich für Sie tun?"]);
  expect(await countNews()).toBe(1);
});

it("stay as the provider told them at the end", async () => {
  const ended = { ...saying("Guten Tag, hier ist der Salon."), call_status: "ended", end_timestamp: Date.now() };
  await sendEvent("call_ended", ended);
  await sendEvent("transcript_updated", second());
  await processCallEvents(company);
  expect(await shown()).toEqual(["Guten Tag, hier ist der Salon."]);
  expect(await row()).toMatchObject({ status: "ended" });
});

it("are kept once: of each telling only that it came", async () => {
  for (const update of [first(), second()]) await sendEvent("transcript_updated", update);
  await sendEvent("call_started", call);
  await processCallEvents(company);
  const where = { companyId: company.companyId };
  const logs = await platformClient().webhookLog.findMany({ where, orderBy: { id: "asc" } });
  expect(logs.map(({ eventType, status, payloadEncrypted }) => [eventType, status, payloadEncrypted !== null])).toEqual(
    [
      ["transcript_updated", "processed", false],
      ["transcript_updated", "processed", false],
      ["call_started", "processed", true],
    ],
  );
});
