import { describe, expect, it } from "vitest";
import { doersOf, offersOf, type SegmentFacts, type ServiceFacts } from "@/server/calcom/mapping/rules/doers";
import { gapsOf } from "@/server/calcom/mapping/rules/gaps";

const anna = { id: "anna", name: "Anna", minutes: null };
const berta = { id: "berta", name: "Berta", minutes: null };
const clara = { id: "clara", name: "Clara" };

const service = (id: string, changes: Partial<ServiceFacts> = {}): ServiceFacts => ({
  ...{ id, name: id, isActive: true, durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 10, capacity: 1 },
  ...{ people: [anna, berta], segments: [], ...changes },
});
const part = (name: string, changes: Partial<SegmentFacts> = {}): SegmentFacts => ({
  ...{
    name,
    durationMinutes: 45,
    gapAfterMinMinutes: 0,
    isStaffFree: false,
    staffMode: "any",
    person: null,
    serviceId: null,
    ...changes,
  },
});

/** Applied by Clara, who offers nothing herself; cut as the service that it is by itself, dried by whoever cut. */
const cut = service("cut", { people: [anna, { ...berta, minutes: 40 }] });
const colour = service("colour", {
  people: [anna],
  segments: [
    part("Auftragen", { staffMode: "specific", person: clara }),
    part("Einwirken", { isStaffFree: true }),
    part("Schneiden", { serviceId: "cut", durationMinutes: 30 }),
    part("Föhnen", { staffMode: "same", durationMinutes: 15 }),
  ],
});
const services = [cut, colour];
const names = (people: { id: string; minutes: number }[]) => people.map(({ id, minutes }) => `${id} ${minutes}`);

describe("who does what", () => {
  it("is told for each part that needs somebody, with the length that it takes them", () => {
    expect(doersOf(colour, services).map(({ part: of, people }) => [of, names(people)])).toEqual([
      ["Auftragen", ["clara 45"]],
      ["Schneiden", ["anna 30", "berta 40"]],
      ["Föhnen", ["anna 15"]],
    ]);
  });

  it("brings there also whoever does nothing but a part, hidden and for as long as the part takes", () => {
    const offers = offersOf(services).map(({ serviceId, staffId, lengthMinutes, isHidden = false, lengths = null }) => {
      return [serviceId, staffId, lengthMinutes, isHidden, lengths];
    });
    expect(offers).toEqual([
      ["cut", "anna", 30, false, null],
      ["cut", "berta", 40, false, null],
      ["colour", "anna", 45, true, [15, 45]],
      ["colour", "clara", 45, true, [15, 45]],
    ]);
  });

  it("counts what nobody can book by itself any more, as long as it is a part of something", () => {
    const [only] = offersOf([
      { ...cut, isActive: false },
      { ...colour, people: [], segments: colour.segments.slice(2, 3) },
    ]);
    expect(only).toMatchObject({
      serviceId: "cut",
      staffId: "anna",
      isHidden: true,
      lengths: [30],
      bufferAfterMinutes: 0,
    });
  });
});

describe("what would stand here only", () => {
  const mapping = (serviceId: string, staffId: string | null, calcomEventTypeId: number) => {
    return { serviceId, staffId, calcomEventTypeId, isActive: true };
  };
  const all = [
    mapping("cut", "anna", 1),
    mapping("cut", "berta", 2),
    mapping("colour", "anna", 3),
    mapping("colour", "clara", 4),
  ];
  const unbuffered = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
  const types = [
    { id: 1, lengthOptions: [30], ...unbuffered },
    { id: 2, lengthOptions: [40], ...unbuffered },
    { id: 3, lengthOptions: [15, 45], ...unbuffered },
    { id: 4, lengthOptions: [15, 45], ...unbuffered },
  ];
  const sides = { services, mappings: all, matchedStaffIds: ["anna", "berta", "clara"], eventTypes: types };
  const gaps = (changes: Partial<typeof sides> | { eventTypes: null } = {}) =>
    gapsOf(colour, { ...sides, ...changes }).map(({ part: of, staffId, why }) => `${of} ${staffId}: ${why}`);

  it("is nothing where each part has its type with each person who may do it", () => {
    expect([gaps(), gaps({ eventTypes: null }), gapsOf(cut, sides)]).toEqual([[], [], []]);
  });

  it("is a part that can't follow the one before by the same person, as long as their types keep more free than its pause", () => {
    const eventTypes = types.map((one) => (one.id === 1 ? { ...one, bufferAfterMinutes: 10 } : one));
    const paused = (gapAfterMinMinutes: number) => {
      const segments = colour.segments.map((one) => (one.name === "Schneiden" ? { ...one, gapAfterMinMinutes } : one));
      return gapsOf({ ...colour, segments }, { ...sides, eventTypes }).map(({ part: of, why }) => [of, why]);
    };
    expect([paused(0), paused(5), paused(10)]).toEqual([[["Föhnen", "kept_free"]], [["Föhnen", "kept_free"]], []]);
    const effect = colour.segments.map((one) => (one.name === "Einwirken" ? { ...one, durationMinutes: 0 } : one));
    const others = types.map((one) => (one.id === 4 ? { ...one, bufferAfterMinutes: 60 } : one));
    // Clara applies, and does not cut.
    expect(gapsOf({ ...colour, segments: effect }, { ...sides, eventTypes: others })).toEqual([]);
  });

  it.each([
    [
      "nobody over there",
      { mappings: all.slice(0, 3), matchedStaffIds: ["anna", "berta"] },
      ["Auftragen clara: not_matched"],
    ],
    [
      "no type of theirs",
      { mappings: all.filter(({ staffId }) => staffId !== "berta") },
      ["Schneiden berta: not_mapped"],
    ],
    [
      "a type that was given up",
      { mappings: all.map((one) => ({ ...one, isActive: one.staffId !== "clara" })) },
      ["Auftragen clara: not_mapped"],
    ],
    ["a type that is gone there", { eventTypes: types.slice(0, 3) }, ["Auftragen clara: gone"]],
    [
      "a type of another length",
      { eventTypes: types.map((one) => (one.id === 2 ? { ...one, lengthOptions: [30] } : one)) },
      ["Schneiden berta: other_length"],
    ],
    [
      "no type of the part at all: then the visit's stands for it",
      { mappings: all.slice(2) },
      ["Schneiden anna: other_length", "Schneiden berta: not_mapped"],
    ],
    [
      "a type by which whoever is chosen serves",
      { mappings: [mapping("colour", null, 3), mapping("cut", null, 1)] },
      ["Schneiden berta: other_length"],
    ],
  ])("names the part and the person where there is %s", (_case, changes, expected) => {
    expect(gaps(changes)).toEqual(expected);
  });
});
