import { beforeEach, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { at, coming, iso } from "../../support/coming-days";
import { createService } from "../../support/factories";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { createSession } from "../../support/scheduling";
import { ask, ringing } from "../../support/telephone";

let salon: SalonLine;
let sessionId: string;
const wednesday = coming(3);
beforeEach(async () => {
  salon = await createSalonLine();
  const { id: serviceId } = await createService(salon.company, { name: "Yogakurs", durationMinutes: 60, capacity: 5 });
  const session = await createSession(salon.company, {
    ...{ serviceId, staffId: salon.julia.id, capacity: 5 },
    ...{ startsAt: at(wednesday, 11), endsAt: at(wednesday, 12) },
  });
  sessionId = session.id;
});

const yoga = (more: object = {}) => ({ service: "Yogakurs", date: wednesday, time: "11 Uhr", ...more });
const taken = async () =>
  (await platformClient().classSession.findUniqueOrThrow({ where: { id: sessionId } })).placesTaken;
const speakEnglish = () =>
  platformClient().retellAgent.updateMany({
    where: { companyId: salon.company.companyId },
    data: { language: "en-US" },
  });

it("offers, holds and books places for all who come together, and says how many", async () => {
  const answer = await ask("check-availability", salon.call, yoga({ party_size: "3 Personen" }));
  expect(answer).toMatchObject({
    status: "ok",
    slot: { starts_at: iso(wednesday, 11), party_size: 3, places_left: 5 },
  });
  expect(answer.say).toContain("Yogakurs für 3 Personen");
  const booked = await ask("book-appointment", salon.call, { slot_id: answer.slot.slot_id });
  expect(booked).toMatchObject({ status: "ok", party_size: 3 });
  expect(booked.say).toContain("Yogakurs für 3 Personen");
  expect(await taken()).toBe(3);
});

it("says that there are not enough places, and not that the class is full", async () => {
  await ask("book-appointment", salon.call, yoga({ party_size: 3 }));
  expect(await taken()).toBe(3);
  const answer = await ask("check-availability", salon.call, yoga({ party_size: 4 }));
  expect(answer).toMatchObject({ status: "unavailable", available: false });
  expect(answer.say).toContain("Für 4 Personen sind da leider nicht mehr genug Plätze frei.");
  const another = ringing(salon.company, { from_number: "+493023125021" });
  const late = await ask("book-appointment", another, yoga({ party_size: 4, customer_name: "Anna Schneider" }));
  expect(late.status).toBe("conflict");
  expect(await taken()).toBe(3);
});

it("hears in English, too, and when one more comes after all", async () => {
  await speakEnglish();
  const answer = await ask("check-availability", salon.call, yoga({ time: "11:00", party_size: 2 }));
  expect(answer.say).toContain("Yogakurs for 2 people");
  const booked = await ask("book-appointment", salon.call, { slot_id: answer.slot.slot_id, party_size: 4 });
  expect(booked.say).toContain("Yogakurs for 4 people");
  expect(await taken()).toBe(4);
});

it("is one place for whoever says no number, or none that is one", async () => {
  for (const party_size of [undefined, 0, -2, "viele", 5000]) {
    const answer = await ask("check-availability", salon.call, yoga({ party_size }));
    expect(answer).toMatchObject({ status: "ok", slot: { party_size: 1 } });
    expect(answer.say).not.toContain("Personen");
  }
});

it("says that an appointment of one's own is for one person, before it is offered and when it is booked", async () => {
  const haircut = { service: "Damenhaarschnitt", date: wednesday, time: "14 Uhr", party_size: 2 };
  const answer = await ask("check-availability", salon.call, haircut);
  expect(answer.slot).not.toHaveProperty("party_size");
  expect(answer.say).toContain("Termin für eine Person");
  const booked = await ask("book-appointment", salon.call, haircut);
  expect(booked).toMatchObject({ status: "ok", party_size: 1 });
  expect(booked.say).toContain("Termin für eine Person");
});
