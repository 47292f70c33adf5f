import { expect, it } from "vitest";
import { calcomWorld } from "@/prisma/seed/calcom-world";
import { retellWorld } from "@/prisma/seed/retell-world";
import { calcomSeed } from "@/server/sandbox/steering/calcom-seed";
import { retellSeed } from "@/server/sandbox/steering/telephone-routes";

it("tells the calendar's double of a team's types that it accepts, each served by one of its people, each slug once", () => {
  const { users, eventTypes } = calcomSeed.parse(calcomWorld());
  expect(users.map(({ id }) => id)).toEqual([501, 502, 503, 504, 505, 506]);
  const served = new Set(eventTypes.flatMap(({ team }) => team?.hosts.map(({ userId }) => userId) ?? []));
  expect([...served].sort()).toEqual(users.map(({ id }) => id));
  expect(eventTypes.map(({ team }) => [team?.schedulingType, team?.hosts.length])).toEqual(
    eventTypes.map(() => ["roundRobin", 1]),
  );
  expect(new Set(eventTypes.map(({ id }) => id)).size).toBe(eventTypes.length);
  expect(new Set(eventTypes.map(({ slug }) => slug)).size).toBe(eventTypes.length);
});

it("tells the telephone's double of every line", () => {
  const { lines } = retellSeed.parse(retellWorld());
  expect(lines.map(({ phone_number }) => phone_number)).toEqual(["+493023125100", "+493023125101", "+498999998200"]);
});
