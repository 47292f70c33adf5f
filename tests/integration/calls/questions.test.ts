import { beforeEach, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { coming, iso } from "../../support/coming-days";
import { createBranch } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, createTelephoneCompany, ringing } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
beforeEach(async () => {
  salon = await createSalonLine();
});

const ours = () => ({ companyId: salon.company.companyId });

describe("what is known so far", () => {
  it("is completed piece by piece, one question at a time", async () => {
    const call = ringing(salon.company, { from_number: "anonymous" });
    const nothing = await ask("collect-appointment", call, {});
    expect(nothing).toMatchObject({
      status: "needs_input",
      missing: ["service", "date", "time", "customer_name", "customer_phone"],
      question: nothing.say,
    });
    const some = await ask("collect-appointment", call, { service: "Massage", date: wednesday, wish: "um zehn Uhr" });
    expect(some).toMatchObject({
      missing: ["customer_name", "customer_phone"],
      resolved: { service: salon.massage.id, time: "10:00" },
      question: "Auf welchen Namen darf ich den Termin eintragen?",
    });
    const all = await ask("collect-appointment", call, {
      service: "Massage",
      date: wednesday,
      time: "10:00",
      staff: "Julia",
      customer_name: "Eva Stern",
      customer_phone: "030 23125030",
    });
    expect(all).toMatchObject({
      status: "ok",
      success: true,
      missing: [],
      question: null,
      resolved: {
        service: salon.massage.id,
        staff: salon.julia.id,
        date: wednesday,
        time: "10:00",
        customer_name: "Eva Stern",
        customer_phone: "+493023125030",
      },
    });
    expect(await platformClient().appointment.count({ where: ours() })).toBe(0);
  });

  it("lacks the time as long as only the day is named", async () => {
    for (const day of [{ date: wednesday }, { wish: "am Mittwochvormittag" }])
      expect(await ask("collect-appointment", salon.call, { service: "Massage", ...day })).toMatchObject({
        status: "needs_input",
        missing: ["time"],
        resolved: { date: expect.any(String), time: null },
        say: expect.stringMatching(/^Um wie viel Uhr möchten Sie kommen: Mittwoch/),
      });
    const english = await createSalonLine({}, { language: "en-US" });
    expect(await ask("collect-appointment", english.call, { service: "Massage", date: wednesday })).toMatchObject({
      missing: ["time"],
      question: expect.stringMatching(/^What time would you like to come: Wednesday/),
    });
  });

  it("includes who rings", async () => {
    const wish = { service: "Massage", date: wednesday, time: "10:00" };
    expect(await ask("collect-appointment", salon.call, wish)).toMatchObject({
      status: "ok",
      resolved: { customer_name: "Anna Schneider", customer_phone: salon.number },
    });
  });
});

describe("a callback", () => {
  it("is promised to the number that rings, within opening hours", async () => {
    const answer = await ask("request-callback", salon.call, {
      reason: "Frage zur Rechnung",
      preferred_times: "morgen Vormittag",
    });
    expect(answer).toMatchObject({
      status: "ok",
      callback_id: expect.any(String),
      promised_time: expect.stringMatching(/T.*[+]0[12]:00$/),
    });
    expect(answer.say).toMatch(/^Gern, wir rufen Sie zurück, spätestens .*\?$/);
    const [row, ...more] = await platformClient().callbackRequest.findMany({ where: ours() });
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      id: answer.callback_id,
      phone: salon.number,
      name: "Anna Schneider",
      customerId: salon.anna.id,
      reason: "Frage zur Rechnung",
      preferredTimes: "morgen Vormittag",
      status: "open",
    });
    expect(await platformClient().outboxEvent.count({ where: { ...ours(), name: "callback/created" } })).toBe(1);
    expect(
      await ask("request-callback", salon.call, { reason: "Frage zur Rechnung", preferred_times: "morgen Vormittag" }),
    ).toEqual(answer);
    expect(await platformClient().callbackRequest.count({ where: ours() })).toBe(1);
  });

  it("stays one for each number, though it is asked for again in other words", async () => {
    const first = await ask("request-callback", salon.call, { reason: "Frage zur Rechnung" });
    const again = [
      { reason: "Rechnung vom Dezember, bitte dringend" },
      { reason: "Rechnung", preferred_times: "morgen Vormittag" },
      {},
    ];
    for (const args of again)
      expect(await ask("request-callback", salon.call, args)).toMatchObject({
        status: "ok",
        callback_id: first.callback_id,
      });
    const rows = () =>
      platformClient().callbackRequest.findMany({ where: ours(), orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
    expect(await rows()).toMatchObject([
      { reason: "Frage zur Rechnung; Rechnung vom Dezember, bitte dringend", preferredTimes: "morgen Vormittag" },
    ]);
    await ask("request-callback", salon.call, { reason: "für meine Mutter", phone_number: "030 23125077" });
    await ask("request-callback", ringing(salon.company, { from_number: salon.number }), { reason: "neuer Anruf" });
    expect((await rows()).map(({ phone }) => phone)).toEqual([salon.number, "+493023125077", salon.number]);
  });

  it("needs a number when it is hidden", async () => {
    const call = ringing(salon.company, { from_number: "anonymous" });
    expect(await ask("request-callback", call, { reason: "x" })).toMatchObject({
      status: "needs_input",
      missing: ["phone_number"],
    });
    expect(await ask("request-callback", call, { reason: "x", phone_number: "12" })).toMatchObject({
      status: "needs_input",
    });
    expect(
      await ask("request-callback", call, { reason: "x", name: "Eva Stern", phone_number: "030 23125030" }),
    ).toMatchObject({ status: "ok" });
  });
});

describe("what callers ask about the business", () => {
  it.each([
    ["Öffnungszeiten", "Wir haben so geöffnet: Montag bis Samstag von 9 bis 18 Uhr."],
    ["Was kostet eine Massage?", "Massage kostet 60 Euro und dauert eine Stunde."],
    ["Preise", /^Zum Beispiel: .*Damenhaarschnitt 49 Euro/],
    ["Wer arbeitet bei Ihnen?", "Bei uns arbeiten Julia Berg und Murat Yilmaz."],
    ["Welche Leistungen bieten Sie an?", /^Wir bieten zum Beispiel/],
    ["Wo kann ich parken?", /^Zum Parken habe ich leider keine Angaben/],
  ])("%s", async (topic, say) => {
    const answer = await ask("company-info", salon.call, { topic });
    expect(answer).toMatchObject({
      status: "ok",
      answer: answer.say,
      facts: { services: expect.any(Array), opening_hours: expect.any(String) },
    });
    expect(answer.say).toMatch(say);
  });

  it("is not made up where nobody has written it down", async () => {
    const unsure = "Das weiß ich leider nicht sicher. Soll Sie jemand zurückrufen, der es weiß?";
    const { branchId: id } = salon.company;
    await platformClient().branch.update({ where: { id }, data: { phone: null, street: null, city: null } });
    await platformClient().service.updateMany({ where: ours(), data: { isPhoneBookable: false } });
    await platformClient().staff.updateMany({ where: ours(), data: { isBookable: false } });
    for (const topic of ["Telefonnummer", "Adresse", "Preise", "Welche Leistungen?", "Wer arbeitet bei Ihnen?"])
      expect(await ask("company-info", salon.call, { topic }), topic).toMatchObject({ status: "ok", say: unsure });
    expect((await ask("check-availability", salon.call, {})).say).toMatch(
      /^Welche Leistung wünschen Sie\? Das kann nur/,
    );
    expect((await ask("check-availability", salon.call, { service: "Massage" })).say).toMatch(/zurückrufen\?$/);
  });

  it("asks what is meant", async () => {
    expect(await ask("company-info", salon.call, {})).toMatchObject({
      status: "needs_input",
      missing: ["topic"],
      facts: expect.any(Object),
    });
  });

  it("knows the other branch, and no other company's", async () => {
    const other = await createBranch(salon.company, { name: "Am Stadtpark", street: "Parkweg 1", city: "Augsburg" });
    expect(await ask("company-info", salon.call, { topic: "Adresse", branch: "Stadtpark" })).toMatchObject({
      status: "ok",
      say: "Sie finden uns hier: Parkweg 1, Augsburg.",
      facts: { branch_name: other.name },
    });
    const theirs = await createTelephoneCompany();
    expect(await ask("company-info", salon.call, { topic: "Adresse", branch_id: theirs.branchId })).toMatchObject({
      status: "needs_input",
      missing: ["branch"],
    });
  });
});

describe("more important than any appointment", () => {
  it("is an emergency", async () => {
    const answer = await ask("book-appointment", salon.call, {
      service: "Massage",
      starts_at: iso(wednesday, 9),
      customer_notes: "Ich habe starke Brustschmerzen",
    });
    expect(answer).toMatchObject({
      status: "not_allowed",
      success: false,
      reason: "emergency",
      say: expect.stringContaining("112"),
    });
    expect(await platformClient().appointment.count({ where: ours() })).toBe(0);
  });

  it("is the wish for a person", async () => {
    const answer = await ask("check-availability", salon.call, {
      service: "Massage",
      wish: "Ich will mit einem Menschen sprechen",
    });
    expect(answer).toMatchObject({
      status: "not_allowed",
      reason: "asked_for_a_person",
      next_function: "request-callback",
    });
  });
});

describe("English", () => {
  it("is spoken where the agent speaks it", async () => {
    const english = await createSalonLine({}, { language: "en-US" });
    const check = await ask("check-availability", english.call, { service: "Massage", date: wednesday, time: "10:00" });
    expect(check.say).toMatch(/^Wednesday.* is free for Massage with Julia Berg\. Shall I book that for you\?$/);
    expect((await ask("book-appointment", english.call, { slot_id: check.slot.slot_id })).say).toMatch(
      /^Your appointment is booked: Massage with Julia Berg/,
    );
    expect((await ask("check-availability", english.call, { service: "Massage" })).say).toBe(
      "When would you like to come?",
    );
    expect((await ask("company-info", english.call, { topic: "opening hours" })).say).toBe(
      "Our opening hours are: Monday to Saturday from 9 a.m. to 6 p.m.",
    );
  });
});
