import { describe, expect, it } from "vitest";
import { type CallFacts, deriveOutcome } from "@/server/calls/rules/outcome";

const said = (text: string) => [{ role: "user" as const, text, start: 0, end: 1 }];
const facts = (overrides: Partial<CallFacts> = {}): CallFacts => ({
  booked: 0,
  rescheduled: 0,
  cancelled: 0,
  callbacks: 0,
  answered: [],
  isVoicemail: false,
  disconnectionReason: "user_hangup",
  turns: said("Guten Tag"),
  durationSec: 60,
  ...overrides,
});

describe("how a call ended", () => {
  it.each([
    ["booked", { booked: 1, callbacks: 1 }],
    ["rescheduled", { rescheduled: 1 }],
    ["cancelled", { cancelled: 1 }],
    ["callback", { callbacks: 1 }],
    ["transferred", { disconnectionReason: "call_transfer" }],
    ["spam", { disconnectionReason: "scam_detected" }],
    ["voicemail", { isVoicemail: true }],
    ["voicemail", { disconnectionReason: "voicemail_reached" }],
    ["abandoned", { turns: [], durationSec: 4 }],
    ["abandoned", { turns: [{ role: "agent" as const, text: "Guten Tag!", start: 0, end: 1 }] }],
    ["abandoned", { disconnectionReason: "dial_no_answer", turns: [] }],
    ["info", { answered: ["company-info"] }],
    ["unknown", {}],
  ] as const)("is %s", (outcome, overrides) => {
    expect(deriveOutcome(facts(overrides))).toBe(outcome);
  });

  it("is booked by our own rows alone, whatever was said", () => {
    expect(deriveOutcome(facts({ turns: said("Der Termin ist gebucht") }))).toBe("unknown");
  });
});
