import { describe, expect, it } from "vitest";
import { findFalseClaim, type Happened } from "@/server/calls/rules/alarm";
import { findClaims } from "@/server/calls/rules/claims";

const agent = (text: string) => [{ role: "agent" as const, text, start: 0, end: 1 }];
const kindsIn = (text: string) => findClaims(agent(text)).map(({ kind }) => kind);

describe("what an agent claims", () => {
  it.each([
    ["booking", "Wunderbar, Ihr Termin ist gebucht."],
    ["booking", "Ich habe Sie für Dienstag eingetragen."],
    ["booking", "Der Termin steht, bis Dienstag!"],
    ["booking", "Ihr Termin ist gebucht, und wenn Sie Fragen haben, rufen Sie an."],
    ["booking", "Leider war zehn Uhr weg, aber um elf habe ich Sie eingetragen."],
    ["booking", "Ich habe den Termin, den Sie wollten, gebucht."],
    ["booking", "Your appointment is booked for Tuesday."],
    ["booking", "I've scheduled you for ten, and if you have questions, just call."],
    ["move", "Ihr Termin ist jetzt auf Freitag verschoben."],
    ["move", "Ich habe Sie umgebucht."],
    ["move", "Your appointment has been moved to Friday."],
    ["cancellation", "Ihr Termin am Montag ist abgesagt."],
    ["cancellation", "Ich habe die Buchung storniert."],
    ["cancellation", "I have cancelled your appointment."],
    ["callback", "Wir rufen Sie heute noch zurück."],
    ["callback", "Eine Kollegin ruft Sie morgen zurück."],
    ["callback", "Ich habe Ihren Rückruf notiert."],
    ["callback", "Someone will call you back this afternoon."],
  ])("%s: %s", (kind, text) => {
    expect(kindsIn(`Gut. ${text}`)).toEqual([kind]);
  });

  it.each([
    "Soll ich das für Sie eintragen?",
    "Ist der Termin schon gebucht?",
    "Der Termin ist leider schon vergeben.",
    "Ich habe noch nicht gebucht.",
    "Wenn das passt, ist der Termin gebucht.",
    "Ihr Termin ist gebucht, sobald Sie den Code nennen.",
    "Um zehn sind wir ausgebucht.",
    "Der Termin wurde nicht verschoben.",
    "Ich habe Ihren Termin noch nicht abgesagt.",
    "Sollen wir Sie zurückrufen?",
    "Rufen Sie uns gern zurück.",
    "Wir können Sie zurückrufen.",
    "Shall I book it?",
    "It is not booked yet.",
    "We can call you back.",
  ])("is nothing in: %s", (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  it("is nothing that the caller says", () => {
    expect(findClaims([{ role: "user", text: "Mein Termin ist gebucht.", start: 0, end: 1 }])).toEqual([]);
  });
});

describe("a claim", () => {
  const nothing: Happened = { made: 0, rescheduled: 0, cancelled: 0, callbacks: 0 };
  it.each([
    ["Ihr Termin ist gebucht.", "claimed_booking", { made: 1 }, { callbacks: 1 }],
    ["Ihr Termin ist verschoben.", "claimed_move", { rescheduled: 1 }, { made: 1 }],
    ["Ihr Termin ist abgesagt.", "claimed_cancellation", { cancelled: 1 }, { made: 1 }],
    ["Wir rufen Sie zurück.", "claimed_callback", { callbacks: 1 }, { made: 1 }],
  ] as const)("needs a row of its own kind: %s", (text, alarm, backing, other) => {
    const claims = findClaims(agent(text));
    expect(findFalseClaim(claims, { ...nothing, ...backing })).toBeNull();
    expect(findFalseClaim(claims, { ...nothing, ...other })).toEqual({ alarm, sentence: text });
  });

  it("is false also beside a true one", () => {
    const claims = findClaims(agent("Ihr Termin ist gebucht. Den alten habe ich abgesagt."));
    expect(findFalseClaim(claims, { ...nothing, made: 1 })?.alarm).toBe("claimed_cancellation");
  });
});
