import { describe, expect, it } from "vitest";
import { matchService } from "@/server/speech/rules/match-service";

const services = [
  { id: "cut-women", name: "Damenhaarschnitt", synonyms: ["Haare schneiden Damen"] },
  { id: "cut", name: "Haarschnitt", synonyms: ["Haare schneiden", "Schneiden"] },
  { id: "colour", name: "Färben", synonyms: ["Haare färben", "Coloration", "Tönung"] },
  { id: "wash", name: "Waschen", synonyms: [] },
  { id: "dry", name: "Föhnen", synonyms: ["Styling"] },
  { id: "massage", name: "Rückenmassage", synonyms: ["Massage"] },
];
const best = (text: string) => matchService(text, services)[0]?.serviceId;
const found = (text: string) => matchService(text, services).map(({ serviceId }) => serviceId);

describe("matchService", () => {
  it.each([
    ["Haare schneiden", "cut"],
    ["ich möchte mir die Haare schneiden lassen", "cut"],
    ["einen Haarschnitt bitte", "cut"],
    ["Damenhaarschnitt", "cut-women"],
    ["Färben", "colour"],
    ["Haare faerben", "colour"],
    ["ich will mir die Haare färben lassen", "colour"],
    ["Rückenmasage", "massage"],
    ["eine Massage für den Rücken", "massage"],
    ["föhnen", "dry"],
    ["einen Frauenhaarschnitt", "cut-women"],
  ])("takes %j for %s", (text, id) => {
    expect(best(text)).toBe(id);
  });

  it("finds each service of a compound wish", () => {
    expect(found("waschen, schneiden, föhnen")).toEqual(expect.arrayContaining(["wash", "cut", "dry"]));
    expect(found("waschen, schneiden, föhnen")).not.toContain("massage");
  });

  it("finds nothing in words about something else", () => {
    expect(found("ich möchte morgen um drei einen Termin")).toEqual([]);
    expect(found("")).toEqual([]);
  });

  it("is never sure of what is wrong with something, unless the service is called so", () => {
    const brakes = [
      { id: "brakes", name: "Bremsen erneuern", synonyms: ["Bremsbeläge"] },
      { id: "oil", name: "Ölwechsel", synonyms: [] },
    ];
    const surest = (text: string) => matchService(text, brakes)[0]?.confidence ?? 0;
    expect(surest("die Bremsen quietschen")).toBeLessThan(0.7);
    expect(surest("es leckt Öl")).toBeLessThan(0.7);
    expect(surest("neues Öl")).toBeGreaterThanOrEqual(0.7);
    expect(surest("Bremsen machen")).toBeGreaterThanOrEqual(0.7);
    expect(surest("es quietscht, also Bremsen erneuern")).toBeGreaterThanOrEqual(0.7);
  });

  it.each([
    ["Wimpern gelasert und gefärbt", "colour"],
    ["ganz rücken massage", "massage"],
    ["meine Haare gehören koloriert", "colour"],
  ])("hears the verb behind its forms, and a compound in three words: %j", (text, id) => {
    expect(found(text)).toContain(id);
  });

  it("puts the surest first", () => {
    const matches = matchService("Haarschnitt", services);
    expect(matches.map(({ confidence }) => confidence)).toEqual(
      matches.map(({ confidence }) => confidence).toSorted((a, b) => b - a),
    );
    expect(matches[0]).toEqual({ serviceId: "cut", confidence: 1 });
  });
});
