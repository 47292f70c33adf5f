import { beforeAll, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { coming } from "../../support/coming-days";
import { createKnowledge } from "../../support/knowledge";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, ringing } from "../../support/telephone";

let salon: SalonLine;
beforeAll(async () => {
  salon = await createSalonLine();
});

describe("the service that is meant", () => {
  it("comes with its candidates, the likeliest first", async () => {
    const answer = await ask("determine-service", salon.call, { text: "ich hätte gern einen Damenschnitt" });
    expect(answer).toMatchObject({
      status: "ok",
      candidates: [{ service_id: salon.cut.id, name: "Damenhaarschnitt", confidence: 1 }],
      next_function: "check-availability",
    });
    expect(answer.say).toBe(
      "Gern, Damenhaarschnitt: das dauert 45 Minuten und kostet 49 Euro. Wann möchten Sie kommen?",
    );
  });

  it("may be several in one visit", async () => {
    const answer = await ask("determine-service", salon.call, { text: "Massage und danach Herrenhaarschnitt" });
    const both = [{ service_id: salon.massage.id }, { service_id: salon.mens.id }];
    expect(answer).toMatchObject({ status: "ok", services: both });
    expect(answer.say).toContain("89 Euro");
  });

  it("stays open between two that sound alike", async () => {
    const answer = await ask("determine-service", salon.call, { text: "Haarschnitt" });
    expect(answer).toMatchObject({ status: "needs_input", candidates: [{}, {}], missing: ["service"] });
    expect(answer.say).toMatch(/^Meinen Sie .*haarschnitt oder .*haarschnitt\?$/);
  });
});

describe("what is said of an appointment in one breath", () => {
  it("is taken apart, and repeated", async () => {
    const wednesday = coming(3);
    const [, month, day] = wednesday.split("-").map(Number);
    const text =
      `Guten Tag, hier ist Petra Sommer, ich hätte am ${day}.${month}. um 10 Uhr gern eine Massage bei der Julia, ` +
      "meine Nummer ist 0176 12345678, E-Mail petra punkt sommer ät web punkt de";
    const answer = await ask("extract-appointment-details", salon.call, { text });
    expect(answer).toMatchObject({
      status: "ok",
      service: { value: salon.massage.id, confidence: expect.any(Number) },
      date: { value: wednesday },
      time: { value: "10:00" },
      staff: { value: salon.julia.id },
      name: { value: "Petra Sommer" },
      phone: { value: "+4917612345678" },
      email: { value: "petra.sommer@web.de" },
    });
    expect(answer.say).toMatch(/^Ich habe verstanden: Massage, .*um 10 Uhr, Julia Berg, Petra Sommer/);
  });

  it("claims nothing that was not said", async () => {
    const answer = await ask("extract-appointment-details", salon.call, { text: "Ich habe da mal eine Frage." });
    expect(answer).toMatchObject({
      status: "needs_input",
      service: { value: null, confidence: 0 },
      name: { value: null },
    });
  });
});

describe("what the company has written down", () => {
  it("is told with where it stands, and nothing of what is put aside", async () => {
    const gutscheine = "Gutscheine gibt es im Salon ab 20 Euro, sie gelten drei Jahre.";
    await createKnowledge(salon.company, {
      title: "Gutscheine und Bezahlen",
      passages: ["Bezahlen geht bar und mit Karte.", gutscheine],
    });
    await createKnowledge(salon.company, { title: "Alt", passages: ["Hunde sind verboten."], isActive: false });
    expect(await ask("search-knowledge", salon.call, { question: "Wie lange gelten Gutscheine?" })).toMatchObject({
      status: "ok",
      answer: gutscheine,
      source: "Gutscheine und Bezahlen",
      say: gutscheine,
    });
    for (const question of ["Darf mein Hund mit?", "Verkaufen Sie Motorräder?"])
      expect(await ask("search-knowledge", salon.call, { question })).toMatchObject({
        status: "unavailable",
        answer: null,
        source: null,
        reason: "not_known",
        next_function: "request-callback",
      });
  });

  it("is nobody else's", async () => {
    const theirs = await createSalonLine();
    await createKnowledge(theirs.company, { title: "Tiere", passages: ["Katzen sind bei uns willkommen."] });
    const question = "Sind Katzen willkommen?";
    expect(await ask("search-knowledge", theirs.call, { question })).toMatchObject({ status: "ok" });
    expect(await ask("search-knowledge", ringing(salon.company), { question })).toMatchObject({ answer: null });
  });
});

describe("how long it takes", () => {
  it("is as long as was asked for, offered and booked", async () => {
    const call = ringing(salon.company, { from_number: salon.number });
    const wish = { service: "Massage", date: coming(4), time: "10:00", duration_minutes: 90 };
    const { slot } = await ask("check-availability", call, wish);
    const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;
    expect(minutes(slot.starts_at, slot.ends_at)).toBe(90);
    const booked = await ask("book-appointment", call, { slot_id: slot.slot_id });
    expect(minutes(booked.starts_at, booked.ends_at)).toBe(90);
    const row = await platformClient().appointment.findUniqueOrThrow({ where: { id: booked.appointment_id } });
    expect(row.endsAt.getTime() - row.startsAt.getTime()).toBe(90 * 60_000);
  });
});
