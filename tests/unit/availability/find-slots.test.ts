import { describe, expect, it } from "vitest";
import { findSlots } from "@/server/availability/rules/find-slots";
import type { SlotRequest } from "@/server/availability/rules/slot";
import { DAY, HOUR, MINUTE, toOffsetIso } from "@/server/core/time";
import { aroundTheClock, at, between, cut, onDay, person, row, salon, TUESDAY, timesOf, ZONE } from "./salon";

const tuesday = onDay(TUESDAY);
const hourly = ["09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00"];
const always = { opening: aroundTheClock, staff: [person("anna", { schedule: aroundTheClock })] };

describe("slots of a day", () => {
  it("start on the grid and end before closing", () => {
    expect(timesOf(findSlots(tuesday, salon()).slots)).toEqual(hourly);
  });

  it("say all that a booking needs", () => {
    const services = [cut({ bufferBeforeMinutes: 5, bufferAfterMinutes: 10 })];
    const [first] = findSlots(tuesday, salon({ services })).slots;
    const startsAt = at(`${TUESDAY} 09:00`);
    const taken = {
      staffId: "anna",
      startsAt,
      endsAt: startsAt + HOUR,
      blockedFrom: startsAt - 5 * MINUTE,
      blockedUntil: startsAt + 70 * MINUTE,
    };
    const alone = { position: 0, part: 0, name: null, occupiesStaff: true, furtherStaffIds: [], resources: [] };
    const segments = [{ ...alone, serviceId: "cut", ...taken }];
    expect(first).toEqual({ ...taken, priceCents: 4900, segments });
  });

  it("need branch and person at once", () => {
    const schedule = { hours: [row(2, "07:00", "11:00"), row(2, "15:00", "22:00")], exceptions: [] };
    const { slots } = findSlots(tuesday, salon({ staff: [person("anna", { schedule })] }));
    expect(timesOf(slots)).toEqual(["09:00", "10:00", "15:00", "16:00"]);
  });

  it("never cross a break", () => {
    const schedule = {
      hours: [{ ...row(2, "09:00", "17:00"), breakStart: "12:30", breakEnd: "13:00" }],
      exceptions: [],
    };
    const { slots } = findSlots(tuesday, salon({ staff: [person("anna", { schedule })] }));
    expect(timesOf(slots)).toEqual(hourly.filter((time) => time !== "12:00"));
  });

  it("may let their buffers pass closing time, but not touch what is taken", () => {
    const services = [cut({ bufferBeforeMinutes: 30, bufferAfterMinutes: 30 })];
    const busy = [between(`${TUESDAY} 12:00`, `${TUESDAY} 13:00`)];
    const { slots } = findSlots(tuesday, salon({ services, staff: [person("anna", { busy })] }));
    expect(timesOf(slots)).toEqual(["09:00", "10:00", "14:00", "15:00", "16:00"]);
  });

  it("fit back to back between what is taken, in whatever order that comes", () => {
    const busy = [
      between(`${TUESDAY} 13:00`, `${TUESDAY} 15:00`),
      between(`${TUESDAY} 09:00`, `${TUESDAY} 12:00`),
      between(`${TUESDAY} 14:00`, `${TUESDAY} 16:00`),
    ];
    const { slots } = findSlots(tuesday, salon({ staff: [person("anna", { busy })] }));
    expect(timesOf(slots)).toEqual(["12:00", "16:00"]);
  });

  it("count the grid from midnight, not from opening", () => {
    const opening = { hours: [row(2, "09:10", "12:00")], exceptions: [] };
    const { slots } = findSlots(tuesday, salon({ opening, slotIntervalMinutes: 30 }));
    expect(timesOf(slots)).toEqual(["09:30", "10:00", "10:30", "11:00"]);
  });

  it("lie within the asked time", () => {
    const range = between(`${TUESDAY} 10:00`, `${TUESDAY} 12:00`);
    expect(timesOf(findSlots({ ...tuesday, ...range }, salon()).slots)).toEqual(["10:00", "11:00"]);
  });
});

describe("an exact start", () => {
  const exactly = (startsAt: number, data = salon()) =>
    findSlots({ ...tuesday, from: startsAt, until: startsAt + 1, now: at("2026-10-20 08:00"), isExact: true }, data);

  it("need not lie on the grid, but must be free", () => {
    const busy = [between(`${TUESDAY} 12:00`, `${TUESDAY} 13:00`)];
    const data = salon({ staff: [person("anna", { busy })] });
    expect(timesOf(exactly(at(`${TUESDAY} 10:07`), data).slots)).toEqual(["10:07"]);
    expect(exactly(at(`${TUESDAY} 11:07`), data)).toEqual({ slots: [], reason: "fully_booked" });
    expect(exactly(at(`${TUESDAY} 16:07`), data)).toEqual({ slots: [], reason: "does_not_fit" });
  });

  it("may be the second reading of October's hour", () => {
    const second = Date.parse("2026-10-25T02:00:00+01:00");
    expect(exactly(second, salon(always)).slots).toMatchObject([{ startsAt: second, endsAt: second + HOUR }]);
  });
});

describe("notice, horizon and limits", () => {
  it("keep the notice to the minute", () => {
    const services = [cut({ minNoticeMinutes: 120 })];
    const request = { ...tuesday, now: at(`${TUESDAY} 09:00`) };
    expect(timesOf(findSlots(request, salon({ services })).slots)[0]).toBe("11:00");
    expect(timesOf(findSlots({ ...request, now: request.now + 1 }, salon({ services })).slots)[0]).toBe("12:00");
  });

  it("are each person's own, so that anybody can be had from the first one's notice to the last one's horizon", () => {
    const soon = person("anna", { terms: { cut: { minNoticeMinutes: 0, maxHorizonDays: 1 } } });
    const staff = [soon, person("ben")];
    const data = salon({ staff, services: [cut({ minNoticeMinutes: 2 * 24 * 60, maxHorizonDays: 3 })] });
    const { slots } = findSlots({ ...tuesday, until: at("2026-12-20 00:00"), perStaff: true }, data);
    const daysOf = (id: string) =>
      new Set(slots.filter((one) => one.staffId === id).map((one) => one.startsAt - (one.startsAt % DAY)));
    expect([...daysOf("anna")]).toEqual([Date.parse("2026-12-08T00:00:00Z")]);
    expect([...daysOf("ben")]).toEqual(["09", "10"].map((day) => Date.parse(`2026-12-${day}T00:00:00Z`)));
  });

  it("hold for a visit as whoever begins it says, beside those of the services that follow", () => {
    const soon = person("anna", {
      offers: [{ serviceId: "cut" }, { serviceId: "wash" }],
      terms: { cut: { minNoticeMinutes: 0, maxHorizonDays: 60 } },
    });
    const strict = { minNoticeMinutes: 2 * 24 * 60 };
    const wash = (terms: object) => cut({ id: "wash", ...terms });
    const request: SlotRequest = { ...tuesday, parts: [{ serviceId: "cut" }, { serviceId: "wash" }] };
    const found = (terms: object) => findSlots(request, salon({ staff: [soon], services: [cut(strict), wash(terms)] }));
    expect(found({}).slots.length).toBeGreaterThan(0);
    expect(found(strict)).toEqual({ slots: [], reason: "too_short_notice" });
  });

  it("end with the last day of the horizon", () => {
    const request = { ...tuesday, until: at("2026-12-20 00:00") };
    const { slots } = findSlots(request, salon({ services: [cut({ maxHorizonDays: 2 })] }));
    expect(slots.at(-1)?.startsAt).toBe(at("2026-12-09 16:00"));
  });

  it("skip a day on which the service is booked often enough", () => {
    const request = { ...tuesday, until: at("2026-12-10 00:00") };
    const services = [cut({ maxPerDay: 3, bookedPerDay: { [TUESDAY]: 3, "2026-12-09": 2 } })];
    expect(findSlots(request, salon({ services })).slots[0]?.startsAt).toBe(at("2026-12-09 09:00"));
  });
});

describe("duration and price", () => {
  const offers = [{ serviceId: "cut", durationMinutes: 90, priceCents: 6500 }];
  const slow = salon({ staff: [person("anna", { offers })] });

  it("are the person's own where they differ", () => {
    const { slots } = findSlots(tuesday, slow);
    expect(slots.at(-1)).toMatchObject({
      startsAt: at(`${TUESDAY} 15:00`),
      endsAt: at(`${TUESDAY} 16:30`),
      priceCents: 6500,
    });
  });

  it("give way to a duration that was asked for", () => {
    const { slots } = findSlots({ ...tuesday, parts: [{ serviceId: "cut", durationMinutes: 30 }] }, slow);
    expect(slots[0]?.endsAt).toBe(at(`${TUESDAY} 09:30`));
  });
});

describe("when the clock changes", () => {
  const offsets = (date: string) =>
    findSlots(
      onDay(date, { now: at("2026-10-01 00:00") }),
      salon({ ...always, services: [cut({ maxHorizonDays: 365 })] }),
    )
      .slots.map(({ startsAt }) => toOffsetIso(ZONE, startsAt).slice(11))
      .slice(0, 4);

  it("offers no start that the clock jumps over", () => {
    expect(offsets("2027-03-28")).toEqual(["00:00:00+01:00", "01:00:00+01:00", "03:00:00+02:00", "04:00:00+02:00"]);
  });

  it("offers a start that the clock shows twice once", () => {
    expect(offsets("2026-10-25")).toEqual(["00:00:00+02:00", "01:00:00+02:00", "02:00:00+02:00", "03:00:00+01:00"]);
  });

  it("keeps wall times and real durations on both sides", () => {
    const request = onDay("2026-10-24", { until: at("2026-10-27 00:00"), now: at("2026-10-01 00:00") });
    const { slots } = findSlots(request, salon());
    expect(timesOf(slots)).toEqual([...hourly, ...hourly, ...hourly]);
    for (const slot of slots) expect(slot.endsAt - slot.startsAt).toBe(HOUR);
  });
});

it("refuses a grid that would never end", () => {
  expect(() => findSlots(tuesday, salon({ slotIntervalMinutes: 0 }))).toThrow(RangeError);
});
