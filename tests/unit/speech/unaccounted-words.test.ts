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
    expect(asks("Friday is fine but only after I collect the kids at half five", "en")).toBe(true);
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

  it("asks what a reason or a purpose means for the time", () => {
    expect(asks("so dass ich um vier wieder in der Kita bin am Donnerstag")).toBe(true);
    expect(asks("Friday's fine as long as I'm home by five", "en")).toBe(true);
    expect(asks("Thursday, unless you've only got something before nine", "en")).toBe(true);
    expect(asks("I'd like to come so that I'm done before noon on Friday", "en")).toBe(true);
    expect(asks("Donnerstag um vier weil ich da frei habe")).toBe(false);
  });

  it("takes the last time for a story, and asks where nothing else was said", () => {
    expect(asks("das letzte Mal wars ein Mittwoch um zehn das würde wieder passen")).toBe(true);
    expect(hear("das letzte Mal wars ein Mittwoch, geht es am Donnerstag um zehn").ranges).toEqual(
      hear("Donnerstag um zehn").ranges,
    );
  });

  it("asks for the day where a moment was said of a whole month", () => {
    expect(asks("im Dezember um elf")).toBe(true);
    expect(asks("im Dezember vormittags")).toBe(false);
  });

  it("asks about an alternative of which nothing was understood", () => {
    expect(asks("diesen Freitag oder den Dings")).toBe(true);
    expect(asks("diesen Freitag oder so")).toBe(false);
    expect(asks("two o'clock tomorrow, or is that too soon", "en")).toBe(false);
  });

  it("asks about days counted back from another, and about two weeks in one breath", () => {
    expect(asks("drei Tage vor Weihnachten")).toBe(true);
    expect(asks("three days before Christmas", "en")).toBe(true);
    expect(asks("in der zweiten Wochenhälfte nächste Woche")).toBe(true);
    expect(asks("so um den zehnten Dezember rum")).toBe(true);
    expect(asks("Freitag gegen elf rum")).toBe(false);
  });

  it("leaves what is only the second choice its own time", () => {
    expect(hear("Samstag sonst Montag ab vierzehn Uhr").ranges).toEqual([
      ...hear("Samstag").ranges,
      ...hear("Montag ab vierzehn Uhr").ranges,
    ]);
    expect(hear("Samstag oder Montag ab vierzehn Uhr").ranges[0]?.allDay).toBe(false);
  });

  it("takes a length for the end of what has begun, and for nothing else", () => {
    expect(hear("ab dem achten für drei Tage").ranges).toEqual(hear("vom achten bis zehnten").ranges);
    expect(hear("from Monday for two days", "en").ranges).toEqual(hear("from Monday to Tuesday", "en").ranges);
    expect(hear("ich bin für drei Tage in der Stadt, Freitag um zehn").ranges).toEqual(hear("Freitag um zehn").ranges);
  });
});
