import { beforeEach, describe, expect, it } from "vitest";
import { applyRetention } from "@/server/calls/commands/apply-retention";
import { platformClient } from "@/server/core/db";
import { DAY } from "@/server/core/time";
import { jobOf } from "../../support/actors";
import { coming } from "../../support/coming-days";
import { processCallEvents } from "../../support/process-calls";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, sendEvent } from "../../support/telephone";

const WORDS = "das Kennwort ist Lavendel";

let salon: SalonLine;
let others: SalonLine;
beforeEach(async () => {
  [salon, others] = [await createSalonLine(), await createSalonLine()];
  for (const line of [salon, others]) await bookedByPhone(line);
});

const of = ({ company: { companyId } }: SalonLine) => ({ companyId });
const sweptAfter = (days: number, line = salon) =>
  applyRetention(jobOf(line.company, "apply-call-retention", new Date(Date.now() + days * DAY)));

async function bookedByPhone({ call, company }: SalonLine): Promise<void> {
  const wish = { service: "Massage", date: coming(3), time: "10:00" };
  const { slots, next_available_slots } = await ask("check-availability", call, { ...wish, wish: WORDS });
  const { slot_id } = (slots ?? next_available_slots)[0];
  expect(await ask("book-appointment", call, { slot_id })).toMatchObject({ status: "ok" });
  const ended = {
    ...{ call_status: "ended", end_timestamp: call.start_timestamp + 60_000, transcript: `User: ${WORDS}` },
    transcript_object: [{ role: "user", content: WORDS, words: [{ word: "Massage", start: 1, end: 2 }] }],
    call_analysis: { call_summary: WORDS, user_sentiment: "Positive", custom_analysis_data: { wish: WORDS } },
    call_cost: { combined_cost: 12.5 },
  };
  await sendEvent("call_analyzed", { ...call, ...ended });
  await processCallEvents(company);
}

/** All that a company's rows tell of its calls and what was booked in them. */
async function told(line: SalonLine): Promise<string> {
  const where = of(line);
  const [calls, invocations, appointments] = await Promise.all([
    platformClient().call.findMany({ where }),
    platformClient().callFunctionInvocation.findMany({ where }),
    platformClient().appointment.findMany({ where }),
  ]);
  return JSON.stringify([calls, invocations, appointments]);
}

describe("what was said in a call", () => {
  it("stands for ninety days", async () => {
    expect(await sweptAfter(89)).toEqual({ recordings: 0, conversations: 0 });
    expect(await told(salon)).toContain(WORDS);
  });

  it("is told by nothing after that, and all that is no conversation stays", async () => {
    const before = await platformClient().call.findFirstOrThrow({ where: of(salon) });
    expect(await sweptAfter(91)).toEqual({ recordings: 0, conversations: 1 });
    expect(await told(salon)).not.toContain(WORDS);
    const { startedAt, durationSec, outcome, customerId, providerCost, isAppointmentMade, consent } = before;
    expect(await platformClient().call.findFirstOrThrow({ where: of(salon) })).toMatchObject({
      ...{ startedAt, durationSec, outcome, customerId, providerCost, isAppointmentMade, consent },
      ...{ transcript: null, transcriptTurns: null, summary: null, analysis: null, extractedData: {} },
    });
    const functions = await platformClient().callFunctionInvocation.findMany({
      where: of(salon),
      select: { name: true, status: true, arguments: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    expect(functions).toEqual([
      { name: "check-availability", status: "ok", arguments: {} },
      { name: "book-appointment", status: "ok", arguments: {} },
    ]);
    expect(await platformClient().appointment.findMany({ where: of(salon) })).toMatchObject([
      { status: "confirmed", explanation: null },
    ]);
  });

  it("is forgotten once, for each company by itself", async () => {
    await sweptAfter(91);
    expect(await sweptAfter(92)).toEqual({ recordings: 0, conversations: 0 });
    expect(await told(others)).toContain(WORDS);
    expect(await sweptAfter(91, others)).toMatchObject({ conversations: 1 });
  });

  it("is kept of a call that still goes on", async () => {
    await platformClient().call.updateMany({ where: of(salon), data: { status: "ongoing", endedAt: null } });
    expect(await sweptAfter(91)).toMatchObject({ conversations: 0 });
    expect(await told(salon)).toContain(WORDS);
  });
});
