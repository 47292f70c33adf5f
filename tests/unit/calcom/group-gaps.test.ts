import { expect, it } from "vitest";
import { groupGaps } from "@/components/calcom/mapping/group-gaps";

const gap = { serviceId: "s", service: "Waschen + Föhnen", staffId: "a", staff: "Aylin", minutes: 20 };

it("says once what is the matter with several parts of a service with the same person", () => {
  const lines = groupGaps([
    { ...gap, part: "Waschen", why: "not_mapped" },
    { ...gap, part: "Waschen", why: "not_mapped", staffId: "k", staff: "Kasia" },
    { ...gap, part: "Föhnen", why: "not_mapped", minutes: 30 },
    { ...gap, part: "Schneiden", why: "kept_free" },
  ]);
  expect(lines.map(({ parts, staff, why }) => [parts, staff, why])).toEqual([
    [["Waschen", "Föhnen"], "Aylin", "not_mapped"],
    [["Waschen"], "Kasia", "not_mapped"],
    [["Schneiden"], "Aylin", "kept_free"],
  ]);
});

it("keeps lengths apart where they are the trouble, and names no part of what has none", () => {
  const lines = groupGaps([
    { ...gap, part: "Waschen", why: "other_length" },
    { ...gap, part: "Föhnen", why: "other_length", minutes: 30 },
    { ...gap, part: null, why: "gone" },
  ]);
  expect(lines.map(({ parts, minutes }) => [parts, minutes])).toEqual([
    [["Waschen"], 20],
    [["Föhnen"], 30],
    [[], 20],
  ]);
});
