import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CallState, mergeCall } from "@/server/calls/rules/merge-call";
import type { CallEvent, LifecycleEvent, ProviderCall } from "@/server/calls/rules/provider-call";

const EVENTS: LifecycleEvent[] = ["call_started", "call_ended", "call_analyzed"];
const started = new Date("2026-12-01T08:00:00Z");

/** As a function of the agent makes it, a moment after the call began. */
const fresh: CallState = {
  status: "ongoing",
  startedAt: new Date("2026-12-01T08:00:09Z"),
  endedAt: null,
  lastEventAt: null,
  durationSec: null,
  disconnectionReason: null,
  transcript: null,
  transcriptTurns: null,
  recordingUrl: null,
  providerCost: null,
  latencyMs: null,
  summary: null,
  sentiment: "unknown",
  isSuccessful: null,
  extractedData: {},
  analysis: null,
  agentVersion: null,
  fromNumber: null,
  toNumber: null,
};

const ended: ProviderCall = {
  callId: "call_1",
  direction: "inbound",
  fromNumber: "+493023125001",
  toNumber: "+493023125100",
  agentId: "agent_1",
  agentVersion: 3,
  status: "ended",
  startedAt: started,
  endedAt: new Date("2026-12-01T08:02:00Z"),
  durationSec: 120,
  transcript: "Agent: Guten Tag",
  turns: [{ role: "agent", text: "Guten Tag", start: 0, end: 1 }],
  recordingUrl: "https://example.com/call.wav",
  disconnectionReason: "user_hangup",
  providerCost: "14.250000",
  latencyMs: { p50: 800, p90: 1200 },
  analysis: null,
  consent: null,
};
const tellings: Record<LifecycleEvent, ProviderCall> = {
  call_started: {
    ...ended,
    status: "ongoing",
    endedAt: null,
    durationSec: null,
    transcript: "",
    turns: [],
    providerCost: null,
  },
  call_ended: ended,
  call_analyzed: {
    ...ended,
    providerCost: "15.000000",
    analysis: {
      summary: "Termin gebucht",
      sentiment: "positive",
      isSuccessful: true,
      isVoicemail: false,
      extracted: { name: "Anna" },
    },
  },
};

const tell = (order: readonly LifecycleEvent[]) =>
  order.reduce((state, event) => mergeCall(state, { event, call: tellings[event] }), fresh);

const said = (...texts: string[]): ProviderCall => ({
  ...tellings.call_started,
  turns: texts.map((text, index) => ({ role: "agent", text, start: index, end: index + 1 })),
});
const updates = [said("Guten"), said("Guten Tag"), said("Guten Tag", "Wie kann ich helfen?")];

describe("the words of a call that goes on", () => {
  const news: { event: CallEvent; call: ProviderCall }[] = updates.map((call) => ({
    event: "transcript_updated",
    call,
  }));
  const hear = (events: typeof news) => events.reduce(mergeCall, fresh);

  it("are those of the furthest telling, in whatever order they come", () => {
    const shuffled = fc.shuffledSubarray([...news, ...news], { minLength: 6 });
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(hear(order).transcriptTurns?.map(({ text }) => text)).toEqual(["Guten Tag", "Wie kann ich helfen?"]);
        expect(hear(order)).toMatchObject({ status: "ongoing", transcript: null });
      }),
    );
  });

  it("change nothing of a conversation that is told in full", () => {
    const ending = EVENTS.map((event) => ({ event, call: tellings[event] }));
    const shuffled = fc.shuffledSubarray([...news, ...ending], { minLength: 6 });
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(hear(order)).toEqual(hear(ending));
      }),
    );
  });
});

describe("a call as the provider tells of it", () => {
  const whole = tell(EVENTS);

  it("is the same whatever order the events come in, and however often", () => {
    const anyOrder = fc.array(fc.constantFrom(...EVENTS), { maxLength: 12 }).map((more) => [...more, ...EVENTS]);
    const shuffled = anyOrder.chain((events) => fc.shuffledSubarray(events, { minLength: events.length }));
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(tell(order)).toEqual(whole);
      }),
    );
  });

  it("takes the last word from the analysis, and the beginning from the provider", () => {
    expect(whole).toMatchObject({
      status: "ended",
      startedAt: started,
      durationSec: 120,
      providerCost: "15.000000",
      summary: "Termin gebucht",
      sentiment: "positive",
      extractedData: { name: "Anna" },
    });
  });

  it("never goes back from over to ongoing", () => {
    expect(tell(["call_ended", "call_started"]).status).toBe("ended");
  });

  it("keeps a call that never connected as what it was", () => {
    const call = { ...ended, status: "not_connected" as const, disconnectionReason: "dial_no_answer" };
    const states = [["call_ended"], ["call_analyzed", "call_ended"]].map((order) =>
      order.reduce((state, event) => mergeCall(state, { event: event as LifecycleEvent, call }), fresh),
    );
    expect(states.map(({ status }) => status)).toEqual(["not_connected", "not_connected"]);
  });
});
