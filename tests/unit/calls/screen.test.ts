import { expect, it } from "vitest";
import { callRange, toListInput } from "@/components/calls/call-filters";
import { type Invocation, weaveConversation } from "@/components/calls/conversation";
import { wordFields } from "@/components/calls/function-words";

const startedAt = new Date("2026-11-20T19:13:00Z");
const said = (role: "agent" | "user", text: string, start: number | null) => ({
  role,
  text,
  start,
  end: null,
  words: [],
});
const done = (name: string, second: number): Invocation => ({
  id: name,
  name,
  arguments: {},
  result: {},
  status: "ok",
  durationMs: 20,
  occurredAt: new Date(startedAt.getTime() + second * 1000),
});

it("puts what the agent did between the words, where it did it", () => {
  const turns = [said("agent", "Guten Tag", 0.4), said("user", "Einen Termin, bitte", 11), said("agent", "Gern", 29)];
  const invocations = [done("book-appointment", 60), done("check-customer", 12.2)];
  const order = weaveConversation({ turns, invocations, startedAt }).map((entry) =>
    entry.kind === "said" ? entry.turn.text : entry.invocation.name,
  );
  expect(order).toEqual(["Guten Tag", "Einen Termin, bitte", "check-customer", "Gern", "book-appointment"]);
});

it("keeps words without a time in their order, and shows what was done in a call without words", () => {
  const turns = [said("agent", "Eins", null), said("user", "Zwei", null)];
  expect(weaveConversation({ turns, invocations: [], startedAt }).map(({ key }) => key)).toEqual(["turn-0", "turn-1"]);
  expect(weaveConversation({ turns: [], invocations: [done("company-info", 5)], startedAt })).toHaveLength(1);
});

const writing = {
  dateTime: (at: string) => `am ${at.slice(0, 10)}`,
  money: (cents: number) => `${cents / 100} €`,
  yesOrNo: (value: boolean) => (value ? "Ja" : "Nein"),
  code: () => null,
};
const knows = () => true;

it("says arguments and answers in words, without ids and codes", () => {
  const slot = { slot_id: "df15a7", starts_at: "2026-11-27T10:15:00+01:00", staff_name: "Emre", price_cents: 2900 };
  const fields = {
    available: true,
    slot,
    slots: [slot],
    success: true,
    company_id: "1",
    wish: "Freitag",
    reason: null,
  };
  expect(wordFields(fields, { writing, knows })).toEqual([
    { key: "available", value: "Ja" },
    { key: "slot", value: "am 2026-11-27, Emre, 29 €" },
    { key: "wish", value: "Freitag" },
  ]);
});

it("leaves what it has no word for to the raw data", () => {
  expect(
    wordFields({ understood: { confidence: 0.8 }, wish: "morgen" }, { writing, knows: (key) => key === "wish" }),
  ).toEqual([{ key: "wish", value: "morgen" }]);
});

const nothing = {
  search: "",
  period: null,
  day: null,
  outcome: null,
  sentiment: null,
  appointment: null,
  reviewed: null,
  longer: null,
  agent: null,
  number: null,
};
const place = { branchId: null, zone: "Europe/Berlin", now: Date.parse("2026-10-27T22:30:00Z"), cursor: null };

it("begins a period at a local midnight, also across the change of the clock", () => {
  expect(callRange({ period: "7d", day: null }, place)).toEqual({ from: "2026-10-20T22:00:00.000Z" });
  expect(callRange({ period: "today", day: null }, place)).toEqual({ from: "2026-10-26T23:00:00.000Z" });
});

it("takes one day for itself, and ignores one that does not exist", () => {
  const day = { from: "2026-10-24T22:00:00.000Z", until: "2026-10-25T23:00:00.000Z" };
  expect(callRange({ period: "7d", day: "2026-10-25" }, place)).toEqual(day);
  expect(callRange({ period: null, day: "2026-99-99" }, place)).toEqual({});
});

it("asks only for what is set", () => {
  expect(toListInput(nothing, place)).toEqual({});
  const filters = { ...nothing, outcome: "booked" as const, reviewed: "no" as const, longer: "3" as const };
  expect(toListInput(filters, place)).toEqual({ outcome: ["booked"], isReviewed: false, minDurationSec: 180 });
});
