import { describe, expect, it } from "vitest";
import { asksForHuman, detectEmergency } from "@/server/speech/rules/guards";

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
  ])("hears it in %j", (text, kind) => {
    expect(detectEmergency(text)?.kind).toBe(kind);
  });

  it.each([
    "ich hätte gern morgen einen Termin",
    "es ist kein Notfall",
    "im Notfall rufe ich noch mal an",
    "meine Nummer ist 0176 112 33 44",
    "mein Gas- und Wasserinstallateur war da",
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

  it.each(["ich möchte einen Termin am Montag", "bei der Mitarbeiterin vom letzten Mal", "hallo"])(
    "hears it not in %j",
    (text) => {
      expect(asksForHuman(text)).toBe(false);
    },
  );
});
