import { describe, expect, it } from "vitest";
import { asksForHuman, asksToSpeakWithHuman, detectEmergency } from "@/server/speech/rules/guards";

describe("detectEmergency", () => {
  it.each([
    ["Das ist ein Notfall!", "general"],
    ["ich habe so Brustschmerzen", "medical"],
    ["mein Mann hat Schmerzen in der Brust", "medical"],
    ["hier riecht es stark nach Gas", "gas"],
    ["wir haben Gasgeruch im Keller", "gas"],
    ["sie ist bewusstlos", "medical"],
    ["er bekommt keine Luft", "medical"],
    ["he has chest pain", "medical"],
    ["I smell gas", "gas"],
    ["rufen Sie einen Krankenwagen", "general"],
    ["ich glaube, ich habe wieder einen Herzinfarkt wie vor zwei Jahren", "medical"],
    ["meine Frau hat einen Schlaganfall", "medical"],
  ])("hears it in %j", (text, kind) => {
    expect(detectEmergency(text)?.kind).toBe(kind);
  });

  it.each([
    "ich hätte gern morgen einen Termin",
    "es ist kein Notfall",
    "im Notfall rufe ich noch mal an",
    "meine Nummer ist 0176 112 33 44",
    "mein Gas- und Wasserinstallateur war da",
    "hatte 2019 einen Herzinfarkt",
    "Reha nach einem Schlaganfall",
    "mein Vater hatte vor drei Jahren einen Schlaganfall",
    "I had a stroke two years ago",
  ])("hears none in %j", (text) => {
    expect(detectEmergency(text)).toBeNull();
  });
});

describe("asksForHuman", () => {
  it.each([
    "Mensch",
    "ich möchte mit einem Menschen sprechen",
    "kann ich bitte mit einem Mitarbeiter sprechen",
    "verbinden Sie mich bitte mit der Zentrale",
    "ich rede nicht mit einem Roboter",
    "I want to speak to a human",
    "operator",
    "0",
  ])("hears it in %j", (text) => {
    expect(asksForHuman(text)).toBe(true);
  });

  it.each([
    "ich möchte einen Termin am Montag",
    "bei der Mitarbeiterin vom letzten Mal",
    "hallo",
    "ich möchte Dienstag, egal bei welchem Mitarbeiter",
    "welche Mitarbeiter haben Sie",
  ])("hears it not in %j", (text) => {
    expect(asksForHuman(text)).toBe(false);
  });

  it("leaves a name and a note alone that only hold such a word", () => {
    for (const text of ["Mensch", "Anna Mensch", "möchte der Kollegin danken"])
      expect(asksToSpeakWithHuman(text)).toBe(false);
    expect(asksToSpeakWithHuman("ich will mit einem Menschen sprechen")).toBe(true);
  });
});
