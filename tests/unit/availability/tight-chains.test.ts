import { expect, it } from "vitest";
import type { CalendarData } from "@/server/availability/rules/calendar-data";
import { findSlots } from "@/server/availability/rules/find-slots";
import type { SlotRequest } from "@/server/availability/rules/slot";
import { at, between, cut, onDay, person, resource, salon, segment, TUESDAY, timesOf } from "./salon";

const taken = (from: string, until: string) => ({ ...between(`${TUESDAY} ${from}`, `${TUESDAY} ${until}`) });
const room = (overrides: object = {}) => ({
  resourceId: null,
  groupId: null,
  type: "room" as const,
  quantity: 1,
  ...overrides,
});
const search = (request: Partial<SlotRequest>, data: Partial<CalendarData>) =>
  findSlots(onDay(TUESDAY, request), salon(data)).slots;
const twoParts: Partial<SlotRequest> = { parts: [{ serviceId: "cut" }, { serviceId: "wash" }], maxWaitMinutes: 0 };

it("lets a link wait so that a later one, which can't, meets its room", () => {
  const chain = [
    segment({ gapAfterMaxMinutes: 30 }),
    segment({ durationMinutes: 20 }),
    segment({ resourceType: "room" }),
  ];
  const red = resource("red", { busy: [{ ...taken("08:00", "10:07"), quantity: 1 }] });
  const [first] = search({}, { services: [cut({ segments: chain })], resources: [red] });
  expect(first?.startsAt).toBe(at(`${TUESDAY} 09:00`));
  expect(first?.segments.map(({ startsAt }) => startsAt)).toEqual(
    ["09:00", "09:47", "10:07"].map((time) => at(`${TUESDAY} ${time}`)),
  );
});

it("does not take a chain for hopeless because another with other rooms was at that time", () => {
  const chain = [segment({ serviceId: "foam" }), segment({ staffMode: "any" })];
  const services = [
    cut({ segments: chain, resources: [room()], bufferAfterMinutes: 20 }),
    cut({ id: "wash", durationMinutes: 30, resources: [room({ type: null, resourceId: "red" })] }),
  ];
  const does = (durationMinutes: number) => ({
    offers: [{ serviceId: "cut" }, { serviceId: "wash" }, { serviceId: "foam", durationMinutes }],
  });
  const resources = [resource("red"), resource("blue", { busy: [{ ...taken("08:00", "09:30"), quantity: 1 }] })];
  const staff = [person("anna", does(60)), person("ben", does(30))];
  const data = { services: [...services, cut({ id: "foam" })], staff, resources, slotIntervalMinutes: 30 };
  const [first, second] = search({ ...twoParts, perStaff: true }, data);
  expect([first, second].map((slot) => `${slot?.staffId} ${timesOf(slot ? [slot] : [])}`)).toEqual([
    "anna 09:30",
    "ben 09:30",
  ]);
});

it("finds the only way to spread many units, however many there are to try", () => {
  const rooms = ["a", "b", "c"].map((id) => resource(id, { capacity: 4, groupId: "south" }));
  const halls = ["d", "e", "f"].map((id) => resource(id, { capacity: 4, type: "equipment", groupId: "south" }));
  const others = ["g", "h", "i"].map((id) => resource(id, { capacity: 4 }));
  const needs = [room({ type: null, groupId: "south", quantity: 12 }), room({ quantity: 24 })];
  const [first] = search({}, { services: [cut({ resources: needs })], resources: [...rooms, ...halls, ...others] });
  expect(first?.segments[0]?.resources.filter(({ resourceId }) => "def".includes(resourceId))).toHaveLength(3);
});

it("keeps somebody's last working hour for the service that nobody else can come to", () => {
  const services = [
    cut({ staffRequirements: [{ count: 1, staffIds: ["cem", "dora"] }] }),
    cut({ id: "wash", staffRequirements: [{ count: 1, staffIds: ["cem"] }] }),
  ];
  const staff = [
    person("anna", { offers: [{ serviceId: "cut" }, { serviceId: "wash" }] }),
    person("cem", { offers: [], maxMinutesPerDay: 60 }),
    person("dora", { offers: [] }),
  ];
  const [first] = search(twoParts, { services, staff });
  expect(first?.segments.map(({ furtherStaffIds }) => furtherStaffIds)).toEqual([["dora"], ["cem"]]);
});

it("begins later so that whoever comes beside stays within the working time", () => {
  const chain = [segment({ gapAfterMaxMinutes: 25 }), segment({ durationMinutes: 10 })];
  const services = [
    cut({ id: "wash", durationMinutes: 20 }),
    cut({ segments: chain, staffRequirements: [{ count: 1, staffIds: ["cem"] }] }),
    cut({ id: "beard", durationMinutes: 5 }),
  ];
  const staff = [
    person("ben", { offers: [{ serviceId: "cut" }, { serviceId: "wash" }] }),
    person("anna", { offers: [{ serviceId: "beard" }], busy: [taken("08:00", "10:40")] }),
    person("cem", { offers: [], maxMinutesPerDay: 60 }),
  ];
  const parts = ["wash", "cut", "beard"].map((serviceId) => ({ serviceId })) as unknown as SlotRequest["parts"];
  const [first] = search({ parts }, { services, staff, slotIntervalMinutes: 15 });
  expect(timesOf(first?.segments.map((one) => ({ ...first, startsAt: one.startsAt })) ?? [])).toEqual([
    "09:00",
    "09:25",
    "10:15",
    "10:40",
  ]);
});
