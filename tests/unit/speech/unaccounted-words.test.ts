import { describe, expect, it } from "vitest";
import { fromWall, minutesOf } from "@/server/core/time";
import { understandTime } from "@/server/speech/rules/understand-time";

const ZONE = "Europe/Berlin";
const NOW = fromWall(ZONE, "2026-11-24", minutesOf("10:00"));
const hear = (text: string, language: "de" | "en" = "de") => understandTime(text, { now: NOW, zone: ZONE, language });
const asks = (text: string, language?: "de" | "en") => hear(text, language).ask !== undefined;

describe("what is left over beside a time", () => {
  it("makes a second time, words apart, a question", () => {
    expect(asks("Freitag um acht bring ich ihn und um vier hol ich ihn wieder")).toBe(true);
    expect(asks("Freitag um acht wäre ideal weil ich um neun im Büro sein muss")).toBe(true);
    expect(asks("Freitag um acht oder um neun")).toBe(false);
    expect(asks("Freitag um acht und um neun")).toBe(false);
  });

  it("makes two times of one day, words apart, a question", () => {
    expect(asks("Donnerstag nach der Arbeit und zwar hab ich um fünf Schluss")).toBe(true);
    expect(asks("Donnerstag nachmittags so um fünf")).toBe(false);
  });

  it("makes a limit beside a moment a question", () => {
    expect(asks("Donnerstag um zwölf die Pause geht bis eins")).toBe(true);
    expect(asks("Donnerstag um zwölf")).toBe(false);
    expect(asks("Donnerstag bis eins")).toBe(false);
  });

  it("keeps what a story corrects and limits", () => {
    expect(hear("Donnerstag wäre super oder nee da hat mein Mann Geburtstag dann Freitag").ranges).toEqual(
      hear("Freitag").ranges,
    );
    expect(asks("Friday is fine but only after I finish work at half five", "en")).toBe(true);
    expect(asks("I finish work at half five so Friday at six", "en")).toBe(false);
    expect(asks("der TÜV läuft Ende November ab ich möchte Freitag kommen")).toBe(false);
  });

  it("asks what is counted from, the day or a visit that is over", () => {
    expect(asks("am 14. November war ich da, ich soll in drei Monaten wiederkommen")).toBe(true);
    expect(asks("am 14. November war ich da, ich möchte morgen kommen")).toBe(false);
    expect(asks("ich soll in drei Monaten wiederkommen")).toBe(false);
  });

  it("asks where the end is meant and not the beginning", () => {
    expect(asks("ich bräuchte ihn am Freitag bis zwölf Uhr wieder zurück")).toBe(true);
    expect(asks("I'd need to be out by four on Friday", "en")).toBe(true);
  });

  it("takes a length for the end of what has begun, and for nothing else", () => {
    expect(hear("ab dem achten für drei Tage").ranges).toEqual(hear("vom achten bis zehnten").ranges);
    expect(hear("from Monday for two days", "en").ranges).toEqual(hear("from Monday to Tuesday", "en").ranges);
    expect(hear("ich bin für drei Tage in der Stadt, Freitag um zehn").ranges).toEqual(hear("Freitag um zehn").ranges);
  });
});
