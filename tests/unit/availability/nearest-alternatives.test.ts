import { describe, expect, it } from "vitest";
import { nearestAlternatives } from "@/server/availability/rules/nearest-alternatives";
import { MINUTE, toLocal } from "@/server/core/time";
import { at, TUESDAY, ZONE } from "./salon";

const days = { "2026-12-07": "Mo", [TUESDAY]: "Tu", "2026-12-09": "We", "2026-12-10": "Th", "2026-12-15": "Tu+7" };

/** Every quarter of an hour from nine to half past four on each of those days, or as asked. */
function quarters(dates: string[] = Object.keys(days), { from = "09:00", to = "16:30" } = {}) {
  return dates.flatMap((date) => {
    const slots: { startsAt: number }[] = [];
    for (let startsAt = at(`${date} ${from}`); startsAt <= at(`${date} ${to}`); startsAt += 15 * MINUTE) {
      slots.push({ startsAt });
    }
    return slots;
  });
}

const read = (slots: { startsAt: number }[]) =>
  slots.map(({ startsAt }) => {
    const { date, time } = toLocal(ZONE, startsAt);
    return `${days[date as keyof typeof days]} ${time}`;
  });

const point = (reading: string) => ({ from: at(reading), to: at(reading) });
const without = (readings: string[], slots = quarters()) =>
  slots.filter(({ startsAt }) => !readings.some((reading) => at(reading) === startsAt));

describe("alternatives", () => {
  it("begin with the wish itself when it is free", () => {
    const offers = nearestAlternatives(quarters(), { ranges: [point(`${TUESDAY} 11:00`)], count: 3 });
    expect(read(offers)[0]).toBe("Tu 11:00");
  });

  it("are around the wish, an hour apart, and then the same time on another day", () => {
    const slots = without([`${TUESDAY} 12:00`, `${TUESDAY} 12:15`, `${TUESDAY} 11:45`]);
    const offers = nearestAlternatives(slots, { ranges: [point(`${TUESDAY} 12:00`)], count: 3 });
    expect(read(offers)).toEqual(["Tu 11:30", "Tu 12:30", "Mo 12:00"]);
  });

  it("spread over the wished afternoon, earliest first", () => {
    const ranges = [{ from: at(`${TUESDAY} 13:00`), to: at(`${TUESDAY} 18:00`) }];
    expect(read(nearestAlternatives(quarters(), { ranges, count: 3 }))).toEqual(["Tu 13:00", "Tu 14:15", "Tu 15:30"]);
  });

  it("take each day of a wished week once before any twice", () => {
    const ranges = [{ from: at("2026-12-07 00:00"), to: at("2026-12-14 00:00") }];
    expect(read(nearestAlternatives(quarters(), { ranges, count: 3 }))).toEqual(["Mo 09:00", "Tu 09:00", "We 09:00"]);
  });

  it("look on both wished days", () => {
    const ranges = [point("2026-12-07 10:00"), point("2026-12-10 10:00")];
    expect(read(nearestAlternatives(quarters(), { ranges, count: 2 }))).toEqual(["Mo 10:00", "Th 10:00"]);
  });

  it("keep to the wished time of day when the day is full", () => {
    const ranges = [{ from: at(`${TUESDAY} 13:00`), to: at(`${TUESDAY} 17:00`) }];
    const slots = quarters(["2026-12-09", "2026-12-15"]);
    expect(read(nearestAlternatives(slots, { ranges, count: 1 }))).toEqual(["We 13:00"]);
  });

  it("as soon as possible are the first ones, apart", () => {
    expect(read(nearestAlternatives(quarters(), { ranges: [], count: 3 }))).toEqual([
      "Mo 09:00",
      "Mo 10:00",
      "Tu 09:00",
    ]);
  });

  it("stand close together only when there is nothing else", () => {
    const slots = quarters([TUESDAY], { from: "09:00", to: "09:30" });
    const offers = nearestAlternatives(slots, { ranges: [point(`${TUESDAY} 09:00`)], count: 3 });
    expect(read(offers)).toEqual(["Tu 09:00", "Tu 09:30", "Tu 09:15"]);
  });

  it("are as many as there are, and each once", () => {
    expect(nearestAlternatives([], { ranges: [], count: 3 })).toEqual([]);
    const twice = [{ startsAt: at(`${TUESDAY} 09:00`) }, { startsAt: at(`${TUESDAY} 09:00`) }];
    expect(nearestAlternatives(twice, { ranges: [], count: 3 })).toHaveLength(2);
  });
});
