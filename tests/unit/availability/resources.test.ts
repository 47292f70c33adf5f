import { describe, expect, it } from "vitest";
import type { BookableService, CalendarData, ResourceNeed } from "@/server/availability/rules/calendar-data";
import { explainSlot } from "@/server/availability/rules/explain-slot";
import { findSlots } from "@/server/availability/rules/find-slots";
import { toResourceParts } from "@/server/availability/rules/parts";
import type { Slot } from "@/server/availability/rules/slot";
import { at, between, cut, onDay, person, resource, salon, segment, TUESDAY, timesOf } from "./salon";

const need = (overrides: Partial<ResourceNeed> = {}): ResourceNeed => ({
  resourceId: null,
  groupId: null,
  type: "room",
  quantity: 1,
  ...overrides,
});
const taken = (from: string, until: string, quantity = 1) => ({
  ...between(`${TUESDAY} ${from}`, `${TUESDAY} ${until}`),
  quantity,
});
const search = (service: Partial<BookableService>, data: Partial<CalendarData>) =>
  findSlots(onDay(TUESDAY), salon({ services: [cut(service)], ...data }));
const used = (slot: Slot | undefined) =>
  slot?.segments.map(({ resources }) => resources.map(({ resourceId, quantity }) => `${quantity}×${resourceId}`));

describe("a room or a device", () => {
  it("is needed by its kind, by its group or by itself", () => {
    const resources = [resource("red", { busy: [taken("09:00", "12:00")] }), resource("blue", { groupId: "south" })];
    expect(used(search({ resources: [need()] }, { resources }).slots[0])).toEqual([["1×blue"]]);
    const red = need({ type: null, resourceId: "red" });
    expect(timesOf(search({ resources: [red] }, { resources }).slots)[0]).toBe("12:00");
    const south = need({ type: null, groupId: "south", quantity: 2 });
    const north = resource("green", { groupId: "north" });
    expect(search({ resources: [south] }, { resources: [...resources, north] }).reason).toBe("resource_taken");
  });

  it("is needed with the buffers", () => {
    const resources = [resource("red", { busy: [taken("08:00", "08:50"), taken("10:10", "11:00")] })];
    const service = { resources: [need()], bufferBeforeMinutes: 15, bufferAfterMinutes: 10 };
    expect(timesOf(search(service, { resources }).slots)[0]).toBe("12:00");
    expect(timesOf(search({ ...service, bufferBeforeMinutes: 10 }, { resources }).slots)[0]).toBe("09:00");
  });

  it("can't be used during an exception", () => {
    const closed = between(`${TUESDAY} 00:00`, `${TUESDAY} 13:30`);
    const exceptions = [{ startsAt: closed.from, endsAt: closed.until, kind: "closed" as const }];
    const resources = [resource("red", { exceptions })];
    expect(timesOf(search({ resources: [need()] }, { resources }).slots)).toEqual(["14:00", "15:00", "16:00"]);
  });

  it("has units up to its capacity at each instant, whatever the day's sum is", () => {
    const busy = [taken("09:00", "09:30", 2), taken("09:30", "10:00", 2), taken("10:00", "11:00", 3)];
    const resources = [resource("hall", { capacity: 4, busy })];
    const service = { resources: [need({ quantity: 2 })] };
    expect(timesOf(search(service, { resources }).slots)).toEqual([
      "09:00",
      "11:00",
      "12:00",
      "13:00",
      "14:00",
      "15:00",
      "16:00",
    ]);
  });

  it("is spread over several only where no single one suffices", () => {
    const resources = [resource("small", { capacity: 2 }), resource("large", { capacity: 3 })];
    expect(used(search({ resources: [need({ quantity: 3 })] }, { resources }).slots[0])).toEqual([["3×large"]]);
    expect(used(search({ resources: [need({ quantity: 4 })] }, { resources }).slots[0])).toEqual([
      ["2×small", "2×large"],
    ]);
    expect(search({ resources: [need({ quantity: 6 })] }, { resources }).reason).toBe("resource_taken");
  });

  it("serves one need only: two needs take two", () => {
    const resources = [resource("red"), resource("blue")];
    const special = need({ type: null, resourceId: "red" });
    expect(used(search({ resources: [need(), special] }, { resources }).slots[0])).toEqual([["1×red", "1×blue"]]);
    expect(search({ resources: [need(), special] }, { resources: resources.slice(0, 1) }).reason).toBe(
      "resource_taken",
    );
  });
});

describe("a segment's room", () => {
  const segments = [segment({ gapAfterMaxMinutes: 30 }), segment({ position: 1, resourceType: "room" })];

  it("is needed for the segment only, and the chain waits for it", () => {
    const resources = [resource("red", { busy: [taken("09:30", "09:50"), taken("10:20", "11:00")] })];
    const [first] = search({ segments }, { resources }).slots;
    expect(first?.segments[1]).toMatchObject({ startsAt: at(`${TUESDAY} 09:50`), resources: [{ resourceId: "red" }] });
  });

  it("is another one than the room of the whole service", () => {
    const resources = [resource("red"), resource("blue", { busy: [taken("09:00", "09:45")] })];
    const [first] = search({ segments, resources: [need()] }, { resources }).slots;
    expect(used(first)).toEqual([["1×red"], ["1×red", "1×blue"]]);
    expect(first?.segments[1]?.startsAt).toBe(at(`${TUESDAY} 09:45`));
  });

  it("is free for others before, while that of the service is taken through the wait", () => {
    const patient = [segment({ gapAfterMinMinutes: 30 }), segment({ position: 1, resourceType: "equipment" })];
    const resources = [resource("red"), resource("laser", { type: "equipment" })];
    const [first] = search({ segments: patient, resources: [need()] }, { resources }).slots;
    expect(toResourceParts(first as Slot)).toEqual([
      {
        resourceId: "red",
        quantity: 1,
        blockedFrom: new Date(at(`${TUESDAY} 09:00`)),
        blockedUntil: new Date(at(`${TUESDAY} 10:30`)),
      },
      {
        resourceId: "laser",
        quantity: 1,
        blockedFrom: new Date(at(`${TUESDAY} 10:00`)),
        blockedUntil: new Date(at(`${TUESDAY} 10:30`)),
      },
    ]);
  });
});

it("that is taken is the reason, unless nobody would have time anyway", () => {
  const services = [cut({ resources: [need()] })];
  const resources = [resource("red", { busy: [taken("08:00", "18:00")] })];
  const question = { ...onDay(TUESDAY), startsAt: at(`${TUESDAY} 10:00`) };
  expect(explainSlot(question, salon({ services, resources }))).toBe("resource_taken");
  expect(explainSlot({ ...question, startsAt: at(`${TUESDAY} 10:10`) }, salon({ services, resources }))).toBe(
    "resource_taken",
  );
  const staff = [person("anna", { busy: [between(`${TUESDAY} 08:00`, `${TUESDAY} 18:00`)] })];
  expect(explainSlot(question, salon({ services, resources, staff }))).toBe("fully_booked");
});
