import { describe, expect, it } from "vitest";
import type { ClassSession } from "@/server/availability/rules/calendar-data";
import { explainSlot } from "@/server/availability/rules/explain-slot";
import { findSlots } from "@/server/availability/rules/find-slots";
import { toParts, toResourceParts } from "@/server/availability/rules/parts";
import type { Slot, SlotRequest } from "@/server/availability/rules/slot";
import { at, cut, onDay, person, salon, TUESDAY, timesOf } from "./salon";

const session = (time: string, overrides: Partial<ClassSession> = {}): ClassSession => ({
  id: `at ${time}`,
  serviceId: "cut",
  staffId: "anna",
  startsAt: at(`${TUESDAY} ${time}`),
  endsAt: at(`${TUESDAY} ${time}`) + 45 * 60_000,
  capacity: 10,
  placesTaken: 0,
  ...overrides,
});
const search = (sessions: ClassSession[], request: Partial<SlotRequest> = {}) =>
  findSlots(onDay(TUESDAY, request), salon({ services: [cut({ capacity: 10, minNoticeMinutes: 60 })], sessions }));

describe("a group class", () => {
  it("is offered by its sessions, at whatever hour they are, with the places left", () => {
    const { slots } = search([session("18:40", { placesTaken: 7 }), session("06:10")]);
    expect(timesOf(slots)).toEqual(["06:10", "18:40"]);
    expect(slots[1]).toMatchObject({ staffId: "anna", priceCents: 4900, session: { id: "at 18:40", placesLeft: 3 } });
    expect(slots[1]?.endsAt).toBe(at(`${TUESDAY} 19:25`));
  });

  it("takes no time of its teacher and no room again", () => {
    const [slot] = search([session("10:00")]).slots;
    expect(toParts(slot as Slot)).toEqual([]);
    expect(toResourceParts(slot as Slot)).toEqual([]);
  });

  it("needs as many places as come together", () => {
    const sessions = [session("10:00", { placesTaken: 8 }), session("12:00", { placesTaken: 7 })];
    expect(timesOf(search(sessions, { partySize: 3 }).slots)).toEqual(["12:00"]);
    expect(search(sessions, { partySize: 4 }).reason).toBe("class_full");
  });

  it("is only the wanted teacher's, at the teacher's price", () => {
    const sessions = [session("10:00"), session("12:00", { staffId: "ben" }), session("14:00", { serviceId: "yoga" })];
    const parts: SlotRequest["parts"] = [{ serviceId: "cut", staffId: "ben" }];
    const staff = [person("anna"), person("ben", { offers: [{ serviceId: "cut", priceCents: 2000 }] })];
    const services = [cut({ capacity: 10 })];
    const { slots } = findSlots(onDay(TUESDAY, { parts }), salon({ services, sessions, staff }));
    expect(slots).toMatchObject([{ staffId: "ben", priceCents: 2000 }]);
  });

  it("keeps notice and horizon, and says why there is none", () => {
    const now = at(`${TUESDAY} 09:30`);
    expect(search([session("10:00")], { now }).reason).toBe("too_short_notice");
    expect(search([session("10:00", { placesTaken: 10 })], { now }).reason).toBe("class_full");
    expect(search([session("09:00")], { now }).reason).toBe("in_the_past");
    expect(search([]).reason).toBe("no_session");
    const far = salon({ services: [cut({ capacity: 10, maxHorizonDays: 0 })], sessions: [session("10:00")] });
    expect(findSlots(onDay(TUESDAY, { from: at("2026-12-07 20:00") }), far).reason).toBe("beyond_horizon");
  });

  it("is explained for a single instant, and stands alone", () => {
    const data = salon({ services: [cut({ capacity: 10 }), cut({ id: "perm" })], sessions: [session("10:00")] });
    const question = { ...onDay(TUESDAY), startsAt: at(`${TUESDAY} 10:00`) };
    expect(explainSlot(question, data)).toBeNull();
    expect(explainSlot({ ...question, startsAt: at(`${TUESDAY} 11:00`) }, data)).toBe("no_session");
    const parts: SlotRequest["parts"] = [{ serviceId: "cut" }, { serviceId: "perm" }];
    expect(findSlots(onDay(TUESDAY, { parts }), data).reason).toBe("chain_does_not_fit");
  });
});
