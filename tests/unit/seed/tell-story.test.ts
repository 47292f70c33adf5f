import { describe, expect, it } from "vitest";
import { physioAmSee } from "@/prisma/seed/businesses/physio-amsee";
import { salonLindner } from "@/prisma/seed/businesses/salon-lindner";
import { seedClock } from "@/prisma/seed/clock";
import { tellStory } from "@/prisma/seed/tell-story";

/** Whenever somebody starts the demo: nights, closed days, Christmas, Easter, and the days on which clocks change. */
const MOMENTS = [
  "2026-11-23T10:00:00+01:00",
  "2026-12-26T18:00:00+01:00",
  "2027-03-28T03:30:00+02:00",
  "2027-03-26T12:07:33+01:00",
  "2027-10-31T02:30:00+01:00",
  "2028-02-29T23:59:30+01:00",
  "2027-07-15T16:12:00+02:00",
];

describe.each(MOMENTS)("the story told on %s", (moment) => {
  const clock = seedClock(new Date(moment));

  it.each([salonLindner, physioAmSee])("has all of it for $name, with nobody in two places", (business) => {
    const { customers, planned, calls } = tellStory(business, clock);
    const { volumes } = business;
    expect(customers).toHaveLength(volumes.customers);
    expect(planned.filter(({ endsAt }) => endsAt <= clock.now)).toHaveLength(volumes.past);
    expect(planned.filter(({ startsAt }) => startsAt > clock.now)).toHaveLength(volumes.coming);
    expect(calls).toHaveLength(volumes.calls);
    for (const { name } of business.staff) {
      const own = planned.filter(({ staff }) => staff.name === name).sort((a, b) => +a.startsAt - +b.startsAt);
      own.forEach((one, index) => {
        expect(+one.blockedFrom).toBeGreaterThanOrEqual(+(own[index - 1]?.blockedUntil ?? 0));
      });
    }
    for (const { bookedAt, startsAt } of planned) expect(bookedAt < startsAt && bookedAt < clock.now).toBe(true);
  });
});

it("is told the same at every telling", () => {
  const clock = seedClock(new Date("2026-11-19T12:00:00+01:00"));
  const [first, second] = [tellStory(salonLindner, clock), tellStory(salonLindner, clock)];
  expect(JSON.stringify([first.planned, first.calls])).toBe(JSON.stringify([second.planned, second.calls]));
});
