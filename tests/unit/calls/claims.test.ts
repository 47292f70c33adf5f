import { describe, expect, it } from "vitest";
import { findFalseClaim, type Happened } from "@/server/calls/rules/alarm";
import { findClaims } from "@/server/calls/rules/claims";
import { readTimesAt } from "@/server/calls/rules/spoken-times";
import { fromWall, minutesOf } from "@/server/core/time";

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
    "Sie haben am Dienstag um zehn einen Termin eingetragen.",
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
    expect(findFalseClaim(claims, { ...nothing, ...other })).toMatchObject({ alarm, sentence: text });
  });

  it("is false also beside a true one", () => {
    const claims = findClaims(agent("Ihr Termin ist gebucht. Den alten habe ich abgesagt."));
    expect(findFalseClaim(claims, { ...nothing, made: 1 })?.alarm).toBe("claimed_cancellation");
  });
});

describe("how many an agent claims", () => {
  const zone = "Europe/Berlin";
  const readTimes = readTimesAt({ zone, now: fromWall(zone, "2026-11-24", minutesOf("10:00")) });
  const counted = (text: string) => findClaims(agent(text), readTimes).map(({ kind, count }) => `${count} ${kind}`);

  it.each([
    ["Ich habe zwei Termine für Sie gebucht.", "2 booking"],
    ["Ihre drei Termine sind eingetragen.", "3 booking"],
    ["Wunderbar, beide sind gebucht.", "2 booking"],
    ["Both appointments are booked.", "2 booking"],
    ["Ich habe Sie für Mittwoch um zehn und für Freitag um drei eingetragen.", "2 booking"],
    ["Der Termin am Montag um neun ist gebucht. Der am Freitag um drei ist auch eingetragen.", "2 booking"],
    ["Mittwoch ist gebucht. Und Donnerstag ist auch gebucht.", "2 booking"],
    ["I have booked you for Wednesday at ten. Friday at three is booked as well.", "2 booking"],
    ["Beide Termine sind abgesagt.", "2 cancellation"],
    ["Ihr Termin am Montag ist storniert. Der am Donnerstag ist auch storniert.", "2 cancellation"],
  ])("several in: %s", (text, claim) => {
    expect(counted(text)).toEqual([claim]);
  });

  it.each([
    ["Ihr Termin ist gebucht. Ich wiederhole: Dienstag, den 1. Dezember, um zehn ist gebucht.", "1 booking"],
    ["Am Donnerstag ist gebucht. Donnerstag um halb drei ist eingetragen, bis dann!", "1 booking"],
    ["Ich habe morgen, Mittwoch, den 25. November, um halb vier eingetragen.", "1 booking"],
    ["Ich habe zwei Plätze für Sie gebucht.", "1 booking"],
    ["Ich habe Sie am Freitag zwischen zwei und vier eingetragen.", "1 booking"],
    ["Ihr Termin ist von Dienstag um zehn auf Freitag um drei verschoben.", "1 move"],
  ])("one in: %s", (text, claim) => {
    expect(counted(text)).toEqual([claim]);
  });

  it("needs as many rows", () => {
    const claims = findClaims(agent("Beide Termine sind gebucht."), readTimes);
    const happened = { made: 1, rescheduled: 0, cancelled: 0, callbacks: 0 };
    expect(findFalseClaim(claims, happened)).toMatchObject({ alarm: "claimed_booking", claimed: 2, happened: 1 });
    expect(findFalseClaim(claims, { ...happened, made: 2 })).toBeNull();
  });
});
