import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { at, coming, iso } from "../../support/coming-days";
import { createCustomer } from "../../support/factories";
import { createSalonLine, type SalonLine, setPolicy } from "../../support/salon-line";
import { ask, invocationsOf, ringing } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
const sunday = coming(0);

beforeEach(async () => {
  salon = await createSalonLine();
});

const ours = () => ({ companyId: salon.company.companyId });
const appointments = () => platformClient().appointment.findMany({ where: ours(), orderBy: { createdAt: "asc" } });

/** Somebody in the salon takes that time. */
async function takeFromOutside(startsAt: Date) {
  const { company, cut, julia } = salon;
  const other = await createCustomer(company, { phone: null });
  return bookAppointment(ownerOf(company, new Date()), {
    customerId: other.id,
    branchId: company.branchId,
    serviceId: cut.id,
    staffId: julia.id,
    startsAt,
    source: "portal",
  });
}

async function offered(time = "10:00", call = salon.call) {
  const answer = await ask("check-availability", call, { service: "Damenhaarschnitt", date: wednesday, time });
  return answer.slot ?? answer.next_available_slots[0];
}

describe("asking for a time", () => {
  it("finds it, holds it, and says so", async () => {
    const answer = await ask("check-availability", salon.call, {
      service: "Damenhaarschnitt",
      date: wednesday,
      time: "10 Uhr",
    });
    expect(answer).toMatchObject({
      status: "ok",
      success: true,
      available: true,
      staff_name: "Julia Berg",
      branch_name: "Hauptfiliale",
    });
    expect(answer.slot).toMatchObject({
      slot_id: expect.stringMatching(/^[a-z0-9]{8}$/),
      starts_at: iso(wednesday, 10),
      ends_at: iso(wednesday, 10, 45),
      start: iso(wednesday, 10),
      end: iso(wednesday, 10, 45),
      date: wednesday,
      time: "10:00",
      staff_id: salon.julia.id,
      service_id: salon.cut.id,
      price_cents: 4900,
    });
    expect(answer.say).toMatch(
      /^Mittwoch, den \d+\. \w+, um 10 Uhr ist für Damenhaarschnitt bei Julia Berg frei\. Soll ich das für Sie eintragen\?$/,
    );
    expect(await platformClient().slotHold.count({ where: ours() })).toBe(1);
  });

  it("offers three times of a vague wish", async () => {
    const answer = await ask("check-availability", salon.call, {
      service_id: salon.cut.id,
      date: wednesday,
      wish: "nachmittags",
    });
    expect(answer).toMatchObject({ status: "ok", available: true, understood: expect.stringContaining("nachmittags") });
    expect(answer.slots).toHaveLength(3);
    for (const { time } of answer.slots) expect(time >= "13:00" && time < "18:00").toBe(true);
  });

  it("knows the soonest", async () => {
    const answer = await ask("check-availability", salon.call, { service: "Massage", wish: "so früh wie möglich" });
    expect(answer).toMatchObject({ status: "ok", available: true });
    expect(Date.parse(answer.slot.starts_at) - Date.now()).toBeLessThan(4 * 86_400_000);
  });

  it("understands an instant and the older names", async () => {
    const slot = { start: iso(wednesday, 11), end: iso(wednesday, 11, 45) };
    const answer = await ask("check_availability", salon.call, {
      service_id: salon.cut.id,
      staff_id: salon.julia.id,
      slot,
    });
    expect(answer).toMatchObject({ available: true, slot: { starts_at: iso(wednesday, 11) } });
  });

  it("names three others when it is taken, nearest first in time, and why", async () => {
    await takeFromOutside(at(wednesday, 10));
    const answer = await ask("check-availability", salon.call, {
      service: "Damenhaarschnitt",
      date: wednesday,
      time: "10:00",
    });
    expect(answer).toMatchObject({
      status: "unavailable",
      success: false,
      available: false,
      slot: null,
      reason: "Da ist leider schon alles vergeben.",
    });
    expect(answer.next_available_slots).toHaveLength(3);
    expect(answer.say).toMatch(/^Da ist leider schon alles vergeben\. Ich hätte .* frei; passt Ihnen davon etwas\?$/);
  });

  it("says that it is closed", async () => {
    const answer = await ask("check-availability", salon.call, { service: "Massage", date: sunday, time: "10:00" });
    expect(answer).toMatchObject({ status: "unavailable", reason: "Da haben wir leider geschlossen." });
    expect(answer.next_available_slots).toHaveLength(3);
  });

  it("says that somebody does not do it", async () => {
    const answer = await ask("check-availability", salon.call, { service: "Massage", staff: "Murat", date: wednesday });
    expect(answer).toMatchObject({
      status: "unavailable",
      next_available_slots: [],
      say: "Diese Person bietet das leider nicht an. Soll Sie jemand zurückrufen?",
    });
  });

  it.each([
    [{ date: "2099-01-01", service: "Massage" }, "unavailable"],
    [{ wish: "übermorgen um zehn" }, "needs_input"],
    [{ service: "Haarschnitt", date: wednesday }, "needs_input"],
    [{ service: "Raketenstart", date: wednesday }, "needs_input"],
    [{ service: "Massage", staff: "Xaver Unbekannt", date: wednesday }, "needs_input"],
    [{ service: "Massage" }, "needs_input"],
    [{ service: "Massage", wish: "blau" }, "needs_input"],
    [{ service: "Massage", date: "31. April" }, "needs_input"],
    [{ service: { wrong: true }, date: 5, wish: ["x"] }, "needs_input"],
  ])("answers %o with a sentence", async (args, status) => {
    const answer = await ask("check-availability", salon.call, args);
    expect(answer.status).toBe(status);
    expect(answer.success).toBe(false);
    expect(answer.say).toMatch(/[.?!]$/);
  });

  it("asks which of two services is meant, and takes no default", async () => {
    const answer = await ask("check-availability", salon.call, {
      service: "Haarschnitt",
      date: wednesday,
      time: "10:00",
    });
    expect(answer).toMatchObject({ status: "needs_input", missing: ["service"] });
    expect(answer.question).toMatch(/Damenhaarschnitt oder Herrenhaarschnitt|Herrenhaarschnitt oder Damenhaarschnitt/);
    expect(await platformClient().slotHold.count({ where: ours() })).toBe(0);
  });

  it("offers somebody else's held time to nobody, and the own one again", async () => {
    const mine = await offered();
    const other = ringing(salon.company, { from_number: "+493023125008" });
    expect(
      (await ask("check-availability", other, { service: "Damenhaarschnitt", date: wednesday, time: "10:00" }))
        .available,
    ).toBe(false);
    expect((await offered()).starts_at).toBe(mine.starts_at);
  });
});

describe("booking", () => {
  it("takes the offered slot for the one who rings", async () => {
    const slot = await offered();
    const answer = await ask("book-appointment", salon.call, { slot_id: slot.slot_id, customer_notes: "Kurz, bitte" });
    expect(answer).toMatchObject({
      status: "ok",
      success: true,
      starts_at: slot.starts_at,
      ends_at: slot.ends_at,
      staff_name: "Julia Berg",
      confirmation_message: answer.say,
    });
    expect(answer.calendar_link).toMatch(/^http.*calendar\.ics$/);
    expect(answer.say).toMatch(/^Ihr Termin ist gebucht: Damenhaarschnitt bei Julia Berg, Mittwoch, den/);
    const [row] = await appointments();
    expect(row).toMatchObject({
      id: answer.appointment_id,
      customerId: salon.anna.id,
      staffId: salon.julia.id,
      serviceId: salon.cut.id,
      source: "phone",
      status: "confirmed",
      notes: "Kurz, bitte",
      explanation: {
        heard: { service: "Damenhaarschnitt" },
        chosen: { slot_id: slot.slot_id },
        understood: expect.any(String),
      },
    });
    const call = await platformClient().call.findFirstOrThrow({ where: ours() });
    expect(row?.callId).toBe(call.id);
    expect(call).toMatchObject({ customerId: salon.anna.id, retellCallId: salon.call.call_id, status: "ongoing" });
  });

  it("takes an exact time of a named service", async () => {
    const answer = await ask("book-appointment", salon.call, {
      starts_at: iso(wednesday, 14),
      service: "Massage",
      staff_id: salon.julia.id,
    });
    expect(answer).toMatchObject({ status: "ok", starts_at: iso(wednesday, 14), ends_at: iso(wednesday, 15) });
  });

  it("makes one appointment of the same request, also in parallel, and answers as the first time", async () => {
    const slot = await offered();
    const book = () => ask("book-appointment", salon.call, { slot_id: slot.slot_id });
    const answers = await Promise.all([book(), book(), book()]);
    answers.push(
      await book(),
      await ask("book-appointment", salon.call, { slot_id: slot.slot_id, customer_name: "Anna Schneider" }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: "ok" });
    expect(await appointments()).toHaveLength(1);
  });

  it("makes one appointment of the same time said in other words", async () => {
    const slot = await offered();
    const first = await ask("book-appointment", salon.call, { slot_id: slot.slot_id });
    const again = await ask("book-appointment", salon.call, {
      starts_at: slot.starts_at,
      service: "Damenhaarschnitt",
      staff: "Julia",
    });
    expect(again.appointment_id).toBe(first.appointment_id);
    expect(await appointments()).toHaveLength(1);
  });

  it("gives the last free time to one of two callers, and alternatives to the other", async () => {
    const callers = [1, 2, 3, 4].map((n) => ringing(salon.company, { from_number: `+49302312502${n}` }));
    const answers = await Promise.all(
      callers.map((call, i) =>
        ask("book-appointment", call, {
          starts_at: iso(wednesday, 9),
          service: "Massage",
          customer_name: `Kunde Nummer${i}`,
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual(["conflict", "conflict", "conflict", "ok"]);
    for (const lost of answers.filter(({ status }) => status === "conflict")) {
      expect(lost.next_available_slots.length).toBeGreaterThan(0);
      expect(lost.say).toMatch(/^Dieser Termin ist gerade vergeben worden\./);
    }
    expect(await appointments()).toHaveLength(1);
    expect(await platformClient().customer.count({ where: ours() })).toBe(2);
  });

  it("books an offer that has expired, as long as nobody took it", async () => {
    const slot = await offered();
    await platformClient().slotHold.updateMany({ where: ours(), data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await ask("book-appointment", salon.call, { slot_id: slot.slot_id })).toMatchObject({
      status: "ok",
      starts_at: slot.starts_at,
    });
  });

  it("answers with newly held alternatives when somebody took an expired offer", async () => {
    const slot = await offered();
    await platformClient().slotHold.updateMany({ where: ours(), data: { expiresAt: new Date(Date.now() - 1000) } });
    await takeFromOutside(new Date(slot.starts_at));
    const answer = await ask("book-appointment", salon.call, { slot_id: slot.slot_id });
    expect(answer).toMatchObject({ status: "conflict", success: false });
    const [next] = answer.next_available_slots;
    expect(await ask("book-appointment", salon.call, { slot_id: next.slot_id })).toMatchObject({
      status: "ok",
      starts_at: next.starts_at,
    });
  });

  it("still knows an offer of an earlier question", async () => {
    const first = await offered("10:00");
    await offered("15:00");
    expect(await ask("book-appointment", salon.call, { slot_id: first.slot_id })).toMatchObject({
      status: "ok",
      starts_at: first.starts_at,
    });
  });

  it("does not know another call's offer", async () => {
    const slot = await offered();
    const other = ringing(salon.company, { from_number: "+493023125008" });
    const answer = await ask("book-appointment", other, { slot_id: slot.slot_id, customer_name: "Peter Schnell" });
    expect(answer).toMatchObject({ status: "needs_input", missing: ["slot_id"] });
    expect(await appointments()).toEqual([]);
  });

  it.each([
    [{}, "needs_input", ["service"]],
    [{ service: "Massage" }, "needs_input", ["date", "time"]],
    [{ service: "Massage", date: wednesday }, "needs_input", ["time"]],
    [{ service: "Massage", starts_at: "2020-01-01T10:00:00+01:00" }, "unavailable", undefined],
    [{ service: "Massage", starts_at: iso(sunday, 10) }, "unavailable", undefined],
  ])("answers %o without an appointment", async (args, status, missing) => {
    const answer = await ask("book-appointment", salon.call, args);
    expect(answer.status).toBe(status);
    if (missing) expect(answer.missing).toEqual(missing);
    expect(await appointments()).toEqual([]);
  });

  it("stops somebody who books without end", async () => {
    await setPolicy(salon, "booking", { maxPerHour: 1 });
    await ask("book-appointment", salon.call, { starts_at: iso(wednesday, 9), service: "Massage" });
    const answer = await ask("book-appointment", salon.call, { starts_at: iso(wednesday, 11), service: "Massage" });
    expect(answer).toMatchObject({ status: "not_allowed", next_function: "request-callback" });
    expect(await appointments()).toHaveLength(1);
  });
});

describe("who it is for", () => {
  const massage = { service: "Massage", starts_at: iso(wednesday, 9) };
  const people = () =>
    platformClient().customer.findMany({
      where: ours(),
      include: { customerPhones: true },
      orderBy: { createdAt: "asc" },
    });

  it("is the caller, also when the name was heard a little wrong", async () => {
    await ask("book-appointment", salon.call, { ...massage, customer_name: "Frau Anna Schnaider" });
    expect(await appointments()).toMatchObject([{ customerId: salon.anna.id }]);
    expect(await people()).toHaveLength(1);
  });

  it("may be somebody else of the family", async () => {
    await ask("book-appointment", salon.call, { ...massage, customer_name: "Maximilian Huber" });
    expect(await people()).toMatchObject([
      { id: salon.anna.id },
      { firstName: "Maximilian", lastName: "Huber", customerPhones: [{ e164: salon.number }] },
    ]);
  });

  it("is asked when several share a number", async () => {
    await createCustomer(salon.company, { firstName: "Bert", lastName: "Schneider", phone: salon.number });
    expect(await ask("book-appointment", salon.call, massage)).toMatchObject({
      status: "needs_input",
      missing: ["customer_name"],
    });
    await ask("book-appointment", salon.call, { ...massage, customer_name: "Bert Schneider" });
    expect(await people()).toHaveLength(2);
    expect((await appointments())[0]?.customerId).not.toBe(salon.anna.id);
  });

  it("is a new customer under the number that rings", async () => {
    const call = ringing(salon.company, { from_number: "+493023125009" });
    expect(await ask("book-appointment", call, massage)).toMatchObject({
      status: "needs_input",
      missing: ["customer_name"],
      say: "Auf welchen Namen darf ich den Termin eintragen?",
    });
    expect(
      await ask("book-appointment", call, { ...massage, customer_name: "mein Name ist Peter Schnell" }),
    ).toMatchObject({ status: "ok" });
    expect((await people())[1]).toMatchObject({
      firstName: "Peter",
      lastName: "Schnell",
      customerPhones: [{ e164: "+493023125009" }],
    });
  });

  it.each(["anonymous", "", "+0000000"])("needs a name and a number when it is hidden (%s)", async (from_number) => {
    const call = ringing(salon.company, { from_number });
    expect(await ask("book-appointment", call, massage)).toMatchObject({
      status: "needs_input",
      missing: ["customer_name", "customer_phone"],
    });
    expect(await ask("book-appointment", call, { ...massage, customer_name: "Eva Stern" })).toMatchObject({
      status: "needs_input",
      missing: ["customer_phone"],
    });
    const spoken = {
      ...massage,
      customer_name: "Eva Stern",
      customer_phone: "null drei null, zwei drei eins zwei, fünf null drei null",
    };
    expect(await ask("book-appointment", call, spoken)).toMatchObject({ status: "ok" });
    expect((await people())[1]).toMatchObject({ lastName: "Stern", customerPhones: [{ e164: "+493023125030" }] });
  });

  it("is never chosen by an id that was only claimed", async () => {
    const call = ringing(salon.company, { from_number: "+493023125009" });
    await ask("book-appointment", call, { ...massage, customer_id: salon.anna.id, customer_name: "Peter Schnell" });
    expect((await appointments())[0]?.customerId).not.toBe(salon.anna.id);
  });
});

describe("every request", () => {
  it("is stored with its answer and announced", async () => {
    await ask("check-availability", salon.call, { service: "Massage" });
    expect(await invocationsOf(ours())).toMatchObject([
      {
        name: "check-availability",
        arguments: { service: "Massage" },
        status: "needs_input",
        isSuccess: false,
        result: { say: "Wann möchten Sie kommen?" },
        durationMs: expect.any(Number),
      },
    ]);
    expect(
      await platformClient().outboxEvent.findMany({ where: { ...ours(), name: "call/function.called" } }),
    ).toMatchObject([{ payload: { name: "check-availability", status: "needs_input" } }]);
  });
});
