import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { at, coming, iso } from "../../support/coming-days";
import { createCustomer } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { ask, ringing } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
const sunday = coming(0);
beforeEach(async () => {
  salon = await createSalonLine();
});

const ours = () => ({ companyId: salon.company.companyId });

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

describe("somebody who does not do it", () => {
  const murat = { service: "Massage", starts_at: iso(wednesday, 10), staff: "Murat" };

  it("leads to whoever does, at the time that was wished, and that can be booked", async () => {
    const answer = await ask("check-availability", salon.call, murat);
    expect(answer).toMatchObject({ status: "unavailable", available: false, slot: null });
    expect(answer.next_available_slots).toMatchObject([{ starts_at: iso(wednesday, 10), staff_name: "Julia Berg" }]);
    expect(answer.say).toBe(
      `Diese Person bietet das leider nicht an. Bei Julia Berg hätte ich ${answer.understood} frei; passt Ihnen davon etwas?`,
    );
    const [{ slot_id }] = answer.next_available_slots;
    expect(await ask("book-appointment", salon.call, { slot_id })).toMatchObject({
      ...{ status: "ok", staff_name: "Julia Berg", starts_at: iso(wednesday, 10) },
    });
  });

  it("leads to a person where nobody else has time either", async () => {
    await platformClient().workingHour.deleteMany({ where: { ...ours(), staffId: salon.julia.id } });
    expect(await ask("check-availability", salon.call, murat)).toMatchObject({
      status: "unavailable",
      next_available_slots: [],
      say: "Diese Person bietet das leider nicht an. Soll Sie jemand zurückrufen?",
    });
  });

  it("is never booked, though the time is named", async () => {
    const answer = await ask("book-appointment", salon.call, murat);
    expect(answer).toMatchObject({ status: "unavailable", next_available_slots: [{ staff_name: "Julia Berg" }] });
    expect(await platformClient().appointment.count({ where: ours() })).toBe(0);
  });
});
