import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readTyped } from "@/components/appointments/book/read-typed";
import { dayParts, slotsByDay } from "@/components/appointments/book/slot-days";
import { type Change, describeActor, describeChange } from "@/components/appointments/details/describe-change";
import { describeException } from "@/components/appointments/details/describe-exception";
import { readExplanation } from "@/components/appointments/details/read-explanation";
import { undoneSteps } from "@/components/appointments/details/undone-steps";
import { at } from "./day";

const words = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../public/locales/de/appointments.json"), "utf8"),
);
const namers = {
  when: (text: string) => `<${text}>`,
  staffName: (id: string) => ({ a: "Anna", b: "Ben" })[id],
  money: (cents: number) => `${cents} ct`,
};
const change = (type: string, values: Partial<Change> = {}): Change => ({
  id: "1",
  type,
  reason: null,
  actor: { kind: "user", name: "Sabine" },
  oldValues: null,
  newValues: null,
  occurredAt: at("09:00"),
  ...values,
});
const described = (type: string, values?: Partial<Change>) => describeChange(change(type, values), namers);

it("tells a booking with its time and the person", () => {
  const newValues = { startsAt: "10 Uhr", staffId: "a", status: "confirmed" };
  expect(described("created", { newValues })).toEqual({
    key: "createdWith",
    values: { to: "<10 Uhr>", staff: "Anna" },
  });
  expect(described("created", { newValues: { ...newValues, staffId: "gone" } }).key).toBe("createdAt");
});

it("tells that an appointment became longer, and not that somebody else has it", () => {
  const lasting = (durationMinutes: number) => ({ startsAt: "10 Uhr", staffId: "a", durationMinutes });
  expect(described("reassigned", { oldValues: lasting(30), newValues: lasting(45) })).toEqual({
    key: "resized",
    values: { fromMinutes: "30", toMinutes: "45" },
  });
  const other = { ...lasting(30), staffId: "b" };
  expect(described("reassigned", { oldValues: lasting(30), newValues: other }).key).toBe("reassigned");
});

it("names the person of a move only when it is another one", () => {
  const oldValues = { startsAt: "10 Uhr", staffId: "a" };
  const moved = (staffId: string) =>
    described("rescheduled", { oldValues, newValues: { startsAt: "11 Uhr", staffId } });
  expect(moved("a").key).toBe("rescheduledTo");
  expect(moved("b")).toEqual({ key: "rescheduledWith", values: { from: "<10 Uhr>", to: "<11 Uhr>", staff: "Ben" } });
});

it("has a sentence for every step, also for one that a later version knows", () => {
  const types = [
    "created",
    "rescheduled",
    "cancelled",
    "reassigned",
    "violation",
    "restored",
    "discounted",
    "teleported",
  ];
  const keys = types.map((type) => described(type).key);
  expect(keys.filter((key) => typeof words.history[key] !== "string")).toEqual([]);
  const statuses = ["pending", "confirmed", "in_progress", "completed", "cancelled", "no_show", "lost"];
  const steps = statuses.map(
    (status) => described("status_changed", { newValues: { status } }).key.split(".")[1] ?? "",
  );
  expect(steps.filter((key) => typeof words.history.statuses[key] !== "string")).toEqual([]);
  expect(steps.at(-1)).toBe("other");
  const back = statuses.slice(0, 6).map((status) => described("restored", { newValues: { status } }).key.split(".")[1]);
  expect(back.filter((key) => typeof words.history.restoredTo[key ?? ""] !== "string")).toEqual([]);
});

it("tells what a price was and is, and whether it fell or rose", () => {
  const priced = (from: number, to: number) =>
    described("discounted", { oldValues: { priceCents: from }, newValues: { priceCents: to } });
  expect(priced(2900, 1900)).toEqual({ key: "discountedTo", values: { from: "2900 ct", to: "1900 ct" } });
  expect(priced(1900, 2900)).toEqual({ key: "raisedTo", values: { from: "1900 ct", to: "2900 ct" } });
  for (const key of ["discountedTo", "raisedTo"]) expect(words.history[key]).toMatch(/\{to\}.*\{from\}/);
});

it("calls people by their name and everything else by what it is", () => {
  expect(describeActor({ kind: "user", name: "Sabine" })).toEqual({ name: "Sabine" });
  expect(describeActor({ kind: "agent", callId: "1" })).toEqual({ key: "agent" });
  expect(describeActor({ kind: "job", name: "sync" })).toEqual({ key: "system" });
});

it("reads how a call led to a booking, without the caller's contact or ids", () => {
  const slot = { slot_id: "s1", starts_at: "2026-11-24T10:00:00+01:00", staff_name: "Anna", price_cents: 4900 };
  const read = readExplanation({
    heard: { service: "Haarschnitt", wish: "Dienstag früh", customer_phone: "0171 5550123", slot_id: "s1" },
    understood: "Dienstag, morgens",
    assumed: ["Das ist der 24. November.", 7],
    offered: [slot, { starts_at: "someday" }],
    chosen: slot,
    chosenAfterSec: 42,
    policySaid: "Absagen können Sie bis 24 Stunden vorher.",
  });
  const offer = { startsAt: slot.starts_at, staffName: "Anna" };
  expect(read).toEqual({
    heard: ["Haarschnitt", "Dienstag früh"],
    understood: "Dienstag, morgens",
    assumed: ["Das ist der 24. November."],
    offered: [offer],
    chosen: offer,
    offeredAfterSec: null,
    chosenAfterSec: 42,
    policySaid: "Absagen können Sie bis 24 Stunden vorher.",
  });
});

it("shows no trail where there is none, or one of another shape", () => {
  expect(readExplanation(null)).toBeNull();
  expect(readExplanation({ heard: 7, offered: "x", chosen: [] })).toBeNull();
});

it("takes over what was typed into the search as a number or as a name", () => {
  expect(readTyped(" +49 171 5550123 ")).toEqual({ firstName: "", lastName: "", phone: "+49 171 5550123" });
  expect(readTyped("Anna Maria Huber")).toEqual({ firstName: "Anna Maria", lastName: "Huber", phone: "" });
  expect(readTyped("Huber")).toEqual({ firstName: "", lastName: "Huber", phone: "" });
});

it("sorts free starts by day and part of the day on the branch's clock", () => {
  const rest = { start: "", end: "", segments: [], resources: [], session: null };
  const slot = (startsAt: Date) => {
    return { startsAt, endsAt: startsAt, staffId: "a", staffName: "Anna", priceCents: 1, ...rest };
  };
  const slots = ["11:45", "12:00", "17:00"].map((text) => slot(at(text)));
  const late = slot(new Date("2026-11-21T23:30:00Z"));
  expect([...slotsByDay([...slots, late], "Europe/Berlin").keys()]).toEqual(["2026-11-21", "2026-11-22"]);
  expect(dayParts(slots, "Europe/Berlin").map(({ key }) => key)).toEqual(["morning", "afternoon", "evening"]);
});

it("knows which steps were taken back, also when somebody did so twice", () => {
  const steps = ["restored", "status_changed", "restored", "violation", "cancelled", "status_changed", "created"];
  const latestFirst = steps.map((type, at) => ({ id: String(at), type }));
  expect([...undoneSteps(latestFirst)].sort()).toEqual(["1", "4"]);
  expect(undoneSteps([{ id: "1", type: "restored" }]).size).toBe(0);
  const beside = ["restored", "discounted", "cancelled", "created"].map((type, at) => ({ id: String(at), type }));
  expect([...undoneSteps(beside)]).toEqual(["2"]);
});

it("names a key that made a change like a person", () => {
  expect(describeActor({ kind: "api_key", apiKeyId: "k", name: "Kasse" })).toEqual({ name: "Kasse" });
  expect(describeActor({ kind: "job", name: "send-reminders" })).toEqual({ key: "system" });
});

it("tells what somebody decided against, and why, once", () => {
  const values = { status: "cancelled", overriddenRule: "short_notice", overrideReason: "Unfall" };
  const told = (type: string, newValues: Change["newValues"]) => describeException({ type, newValues });
  expect(told("cancelled", values)).toEqual({ keys: ["short_notice"], reason: "Unfall" });
  expect(told("violation", values)).toBeNull();
  expect(told("created", { isDepositWaived: true, ignoresWorkingHours: true })).toEqual({
    keys: ["outside", "deposit"],
    reason: null,
  });
  expect(told("created", { overriddenRule: "new_rule" })?.keys).toEqual(["other"]);
  expect(told("cancelled", { status: "cancelled" })).toBeNull();
});
