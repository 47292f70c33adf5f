import { describe, expect, it } from "vitest";
import { fromWall, minutesOf } from "@/server/core/time";
import { understandTime } from "@/server/speech/rules/understand-time";

const ZONE = "Europe/Berlin";
const NOW = fromWall(ZONE, "2027-04-14", minutesOf("09:20"));

const DAYS: [said: string, date: string][] = [
  ["morgen", "2027-04-15"],
  ["am Freitag", "2027-04-16"],
  ["am Sonnabend", "2027-04-17"],
  ["am 23.4.", "2027-04-23"],
  ["am dreiundzwanzigsten", "2027-04-23"],
  ["Freitag, den 23. April", "2027-04-23"],
  ["nächste Woche Freitag", "2027-04-23"],
  ["in drei Tagen", "2027-04-17"],
  ["in KW 18 am Montag", "2027-05-03"],
  ["am Pfingstmontag", "2027-05-17"],
];
const TIMES: [said: string, clock: string][] = [
  ["um zehn", "10:00"],
  ["um 10.30 Uhr", "10:30"],
  ["halb elf", "10:30"],
  ["viertel elf", "10:15"],
  ["um Viertel vor elf", "10:45"],
  ["nachmittags um drei", "15:00"],
  ["um fünf vor halb vier", "15:25"],
  ["um zwo", "14:00"],
  ["um sieben Uhr abends", "19:00"],
  ["12 Uhr mittags", "12:00"],
];
const ORDERS = [
  "# @",
  "@ #",
  "#, @, bitte",
  "ich hätte gern einen Termin # @",
  "haben Sie # @ noch was frei?",
  "# wäre gut und zwar @",
  "@ wäre gut, #",
  "# hätte ich Zeit, @",
  "# äh @",
  "bei Frau Meier # @ für zwei Personen",
  "dann nehme ich # @",
  "ist # @ noch frei",
];

/** As it is written, and as a recogniser writes it. */
const spellings = (said: string): string[] => [said, said.toLowerCase().replace(/,(?!\d)|\?/g, "")];

describe("a day and a time", () => {
  it.each(ORDERS)("are heard as they are, said as '%s'", (order) => {
    const misheard = DAYS.flatMap(([day, date]) =>
      TIMES.flatMap(([time, clock]) => {
        const at = fromWall(ZONE, date, minutesOf(clock));
        return spellings(order.replace("#", day).replace("@", time)).filter((said) => {
          const { ranges, exclude, ask } = understandTime(said, { now: NOW, zone: ZONE, language: "de" });
          const isHeard = ranges.length === 1 && ranges[0]?.from === at && ranges[0].to === at;
          return !isHeard || exclude.length > 0 || ask !== undefined;
        });
      }),
    );
    expect(misheard).toEqual([]);
  });
});

const SECOND: [said: string, date: string][] = [
  ["am Dienstag", "2027-04-20"],
  ["am 27. April", "2027-04-27"],
  ["am siebenundzwanzigsten", "2027-04-27"],
];
const REFUSALS = [
  "# geht nicht, @",
  "# kann ich leider nicht, aber @ ginge",
  "nicht #, sondern @",
  "statt # lieber @",
  "@, aber nicht #",
  "# muss ich arbeiten, @ hätte ich Zeit",
  "#, nein, @",
  "#, Entschuldigung, @",
  "#, nein, doch @",
];

describe("a day that is refused or taken back, and another one", () => {
  it.each(REFUSALS)("is only the other one, said as '%s'", (order) => {
    const misheard = DAYS.slice(0, 3).flatMap(([first]) =>
      SECOND.flatMap(([second, date]) => {
        const at = fromWall(ZONE, date, minutesOf("14:30"));
        return spellings(order.replace("#", first).replace("@", `${second} um halb drei`)).filter((said) => {
          const { ranges, ask } = understandTime(said, { now: NOW, zone: ZONE, language: "de" });
          return ranges.length !== 1 || ranges[0]?.from !== at || ask !== undefined;
        });
      }),
    );
    expect(misheard).toEqual([]);
  });
});
