import { beforeEach, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { at, coming, iso } from "../../support/coming-days";
import { createService } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { createComposite } from "../../support/scheduling";
import { ask, ringing } from "../../support/telephone";

let salon: SalonLine;
const wednesday = coming(3);
beforeEach(async () => {
  salon = await createSalonLine();
});

const mine = () => ({ where: { companyId: salon.company.companyId } });
const segments = () =>
  platformClient().appointmentSegment.findMany({ ...mine(), orderBy: { position: "asc" }, include: { staff: true } });
const colour = (staffIds: string[]) =>
  createService(salon.company, { name: "Färben", durationMinutes: 60, priceCents: 7000, staffIds });

describe("several services in one wish", () => {
  it("are found, held, said and booked one behind the other, each with who does it", async () => {
    await colour([salon.murat.id]);
    const wish = { service: "Färben und Damenhaarschnitt", date: wednesday, time: "10 Uhr" };
    const answer = await ask("check-availability", salon.call, wish);
    expect(answer).toMatchObject({
      status: "ok",
      service_name: "Färben und Damenhaarschnitt",
      slot: {
        starts_at: iso(wednesday, 10),
        ends_at: iso(wednesday, 11, 45),
        price_cents: 11_900,
        segments: [
          { name: "Färben", staff_name: "Murat Yilmaz", starts_at: iso(wednesday, 10) },
          { name: "Damenhaarschnitt", staff_name: "Julia Berg", starts_at: iso(wednesday, 11) },
        ],
      },
    });
    expect(answer.say).toContain("für Färben und Damenhaarschnitt bei Murat Yilmaz und Julia Berg frei");
    expect(await platformClient().staffOccupancy.count(mine())).toBe(2);
    const booked = await ask("book-appointment", salon.call, { slot_id: answer.slot.slot_id });
    expect(booked).toMatchObject({ status: "ok", starts_at: iso(wednesday, 10), ends_at: iso(wednesday, 11, 45) });
    expect(booked.say).toContain("Färben und Damenhaarschnitt bei Murat Yilmaz und Julia Berg");
    expect(await segments()).toMatchObject([
      { name: "Färben", staffId: salon.murat.id },
      { name: "Damenhaarschnitt", staffId: salon.julia.id, startsAt: at(wednesday, 11) },
    ]);
    expect(await platformClient().slotHold.count(mine())).toBe(0);
  });

  it("may come as a list, in English too, and are booked by their time", async () => {
    await platformClient().retellAgent.updateMany({ ...mine(), data: { language: "en-US" } });
    const wish = { services: ["massage", "Herrenhaarschnitt"], date: wednesday, time: "10:00" };
    const answer = await ask("check-availability", salon.call, wish);
    expect(answer.say).toContain("Massage and Herrenhaarschnitt");
    const booked = await ask("book-appointment", salon.call, { ...wish, customer_name: "Anna Schneider" });
    expect(booked).toMatchObject({ status: "ok", service_name: "Massage and Herrenhaarschnitt" });
    expect(await segments()).toHaveLength(2);
  });

  it("are all asked about when one of them may be two", async () => {
    const answer = await ask("check-availability", salon.call, { service: "Massage und Haarschnitt", date: wednesday });
    expect(answer).toMatchObject({ status: "needs_input", missing: ["service"] });
    expect(answer.question).toMatch(/Damenhaarschnitt|Herrenhaarschnitt/);
  });

  it("are one thing where the business has them as one", async () => {
    await colour([salon.julia.id]);
    const all = await createComposite(salon.company, [
      { name: "Färben" },
      { name: "Einwirken", isStaffFree: true, staffMode: "same" },
      { name: "Schneiden", staffMode: "same" },
    ]);
    const answer = await ask("check-availability", salon.call, { service: "Schneiden und Färben", date: wednesday });
    expect(answer).toMatchObject({ status: "ok", service_id: all.id, slot: { segments: [{}, {}, {}] } });
  });

  it("are offered as a whole to another time when somebody was quicker", async () => {
    await colour([salon.murat.id]);
    const wish = { service: "Färben und Damenhaarschnitt", date: wednesday, time: "10 Uhr" };
    await ask("check-availability", salon.call, wish);
    const other = ringing(salon.company, { from_number: "+493023125002" });
    const answer = await ask("book-appointment", other, { ...wish, customer_name: "Erika Muster" });
    expect(answer).toMatchObject({ status: "conflict" });
    expect(answer.next_available_slots[0].segments).toHaveLength(2);
    const { slot_id } = answer.next_available_slots[0];
    expect(await ask("book-appointment", other, { slot_id, customer_name: "Erika Muster" })).toMatchObject({
      status: "ok",
    });
    expect(await segments()).toHaveLength(2);
  });

  it("move together", async () => {
    await platformClient().company.updateMany({
      where: { id: salon.company.companyId },
      data: { settings: { verification: "none", security: { twoFactorRoles: [] } } },
    });
    const wish = { service: "Massage und Herrenhaarschnitt", date: wednesday };
    await ask("book-appointment", salon.call, { ...wish, time: "10:00" });
    const later = ringing(salon.company, { from_number: salon.number });
    const moved = await ask("reschedule-appointment", later, { date: wednesday, time: "14:00", confirm: true });
    expect(moved).toMatchObject({ status: "ok" });
    expect((await segments()).map(({ startsAt }) => startsAt)).toEqual([at(wednesday, 14), at(wednesday, 15)]);
  });
});
