import { describe, expect, it } from "vitest";
import type { BookableService, CalendarData } from "@/server/availability/rules/calendar-data";
import { explainSlot } from "@/server/availability/rules/explain-slot";
import { findSlots } from "@/server/availability/rules/find-slots";
import type { SlotRequest } from "@/server/availability/rules/slot";
import { aroundTheClock, at, between, cut, MONDAY, nineToFive, onDay, person, row, salon, TUESDAY } from "./salon";

const why = (request: Partial<SlotRequest>, data: Partial<CalendarData> = {}) =>
  findSlots({ ...onDay(TUESDAY), ...request }, salon(data)).reason;
const withService = (service: Partial<BookableService>) => ({ services: [cut(service)] });
const withBusy = (from: string, until: string) => ({ staff: [person("anna", { busy: [between(from, until)] })] });
const fullTuesday = withBusy(`${TUESDAY} 08:00`, `${TUESDAY} 18:00`);
const away = { startsAt: at(`${TUESDAY} 00:00`), endsAt: at("2026-12-09 00:00") };

describe("an empty answer says", () => {
  it("nothing while there is a slot", () => {
    expect(why({})).toBeUndefined();
  });

  it("that the asked range is none", () => {
    expect(why({ until: at(`${TUESDAY} 00:00`) })).toBe("empty_range");
  });

  it("that nobody offers the service, or that it is unknown here", () => {
    expect(why({}, { staff: [person("anna", { offers: [] })] })).toBe("nobody_offers_it");
    expect(why({ parts: [{ serviceId: "perm" }] })).toBe("nobody_offers_it");
  });

  it("that the wanted person does not offer it, while others do", () => {
    expect(why({ parts: [{ serviceId: "cut", staffId: "ben" }] })).toBe("staff_does_not_offer_it");
  });

  it("that the time is over", () => {
    expect(why({ now: at("2026-12-09 08:00") })).toBe("in_the_past");
    expect(why({ now: at(`${TUESDAY} 16:30`) })).toBe("in_the_past");
  });

  it("that it is too far ahead", () => {
    expect(why({}, withService({ maxHorizonDays: 0 }))).toBe("beyond_horizon");
  });

  it("that the rest of the range is too far ahead", () => {
    const range = between("2026-12-07 18:00", "2026-12-09 00:00");
    expect(why(range, withService({ maxHorizonDays: 0 }))).toBe("beyond_horizon");
  });

  it("that the branch is closed", () => {
    expect(why({}, { opening: { hours: [row(3, "09:00", "17:00")], exceptions: [] } })).toBe("closed");
    expect(why({}, { opening: { ...nineToFive, exceptions: [{ ...away, kind: "closed" }] } })).toBe("closed");
    expect(why({ now: at(`${TUESDAY} 06:00`), from: at(`${TUESDAY} 17:00`) })).toBe("closed");
  });

  it("that it is a holiday, unless the branch would be closed anyway", () => {
    expect(why({}, { holidays: [TUESDAY] })).toBe("holiday");
    const opening = { hours: [row(3, "09:00", "17:00")], exceptions: [] };
    expect(why({}, { holidays: [TUESDAY], opening })).toBe("closed");
  });

  it("that nobody is there", () => {
    const sick = { ...nineToFive, exceptions: [{ ...away, kind: "sick" as const }] };
    expect(why({}, { staff: [person("anna", { schedule: sick })] })).toBe("staff_absent");
    expect(why({}, { staff: [person("anna", { schedule: { hours: [], exceptions: [] } })] })).toBe("staff_absent");
  });

  it("that the service is too long for the hours", () => {
    expect(why({}, withService({ durationMinutes: 600 }))).toBe("does_not_fit");
  });

  it("that all is taken, also when what is left is too short or off the grid", () => {
    expect(why({}, fullTuesday)).toBe("fully_booked");
    expect(why({}, withBusy(`${TUESDAY} 09:00`, `${TUESDAY} 16:30`))).toBe("fully_booked");
    expect(why({}, withBusy(`${TUESDAY} 10:10`, `${TUESDAY} 17:00`))).toBeUndefined();
    expect(why({ from: at(`${TUESDAY} 09:01`) }, withBusy(`${TUESDAY} 10:10`, `${TUESDAY} 17:00`))).toBe(
      "fully_booked",
    );
  });

  it("that the day's limit is reached, as long as somebody is free", () => {
    const services = [cut({ maxPerDay: 2, bookedPerDay: { [TUESDAY]: 2 } })];
    expect(why({}, { services })).toBe("daily_limit_reached");
    expect(why({}, { services, ...fullTuesday })).toBe("fully_booked");
  });

  it("that the notice is too short, as long as somebody is free", () => {
    const short = { now: at(`${TUESDAY} 08:00`) };
    const services = [cut({ minNoticeMinutes: 600 })];
    expect(why(short, { services })).toBe("too_short_notice");
    expect(why(short, { services, ...fullTuesday })).toBe("fully_booked");
  });

  it("the nearest miss when days differ", () => {
    const range = { until: at("2026-12-10 00:00") };
    const opening = { hours: [row(2, "09:00", "17:00")], exceptions: [] };
    expect(why(range, { ...fullTuesday, opening })).toBe("fully_booked");
  });
});

describe("a single instant", () => {
  const wish = { parts: onDay(TUESDAY).parts, now: at(`${MONDAY} 08:00`) };
  const explain = (time: string, data: Partial<CalendarData> = {}) =>
    explainSlot({ ...wish, startsAt: at(`${TUESDAY} ${time}`) }, salon(data));

  it("is bookable or not for its own reason", () => {
    expect(explain("10:00")).toBeNull();
    expect(explain("08:00")).toBe("closed");
    expect(explain("16:30")).toBe("does_not_fit");
    expect(explain("10:00", fullTuesday)).toBe("fully_booked");
    expect(explain("10:00", { holidays: [TUESDAY] })).toBe("holiday");
  });

  it("tells a break of the person from closing time", () => {
    const lunch = { hours: [{ ...row(2, "09:00", "17:00"), breakStart: "12:00", breakEnd: "13:00" }], exceptions: [] };
    const staff = [person("anna", { schedule: lunch })];
    expect(explain("12:15", { staff })).toBe("staff_absent");
    expect(explain("11:30", { staff })).toBe("does_not_fit");
  });

  it("is off the grid only when nothing else is in the way", () => {
    expect(explain("10:10")).toBe("off_grid");
    expect(explain("10:10", withBusy(`${TUESDAY} 10:00`, `${TUESDAY} 11:00`))).toBe("fully_booked");
    expect(explain("10:10", { services: [cut({ maxPerDay: 0 })] })).toBe("daily_limit_reached");
  });

  it("can be asked for one person", () => {
    const parts: SlotRequest["parts"] = [{ serviceId: "cut", staffId: "ben" }];
    const staff = [person("anna"), person("ben", { busy: [between(`${TUESDAY} 10:00`, `${TUESDAY} 11:00`)] })];
    const question = { ...wish, parts, startsAt: at(`${TUESDAY} 10:00`) };
    expect(explainSlot(question, salon({ staff }))).toBe("fully_booked");
    expect(explainSlot({ ...question, parts: wish.parts }, salon({ staff }))).toBeNull();
  });

  it("at the second reading of October's hour is nothing but off the grid", () => {
    const staff = [person("anna", { schedule: aroundTheClock })];
    const data = salon({ opening: aroundTheClock, staff });
    const question = { parts: wish.parts, now: at("2026-10-20 08:00") };
    expect(explainSlot({ ...question, startsAt: Date.parse("2026-10-25T02:00:00+02:00") }, data)).toBeNull();
    expect(explainSlot({ ...question, startsAt: Date.parse("2026-10-25T02:00:00+01:00") }, data)).toBe("off_grid");
  });
});
