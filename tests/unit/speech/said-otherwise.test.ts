import { describe, expect, it } from "vitest";
import { fromWall, minutesOf } from "@/server/core/time";
import { understandTime } from "@/server/speech/rules/understand-time";

const ZONE = "Europe/Berlin";
const NOW = fromWall(ZONE, "2027-04-14", minutesOf("09:20"));

const hear = (text: string) => {
  const { ranges, ask } = understandTime(text, { now: NOW, zone: ZONE, language: "de" });
  return { heard: JSON.stringify(ranges), isAsked: ask !== undefined };
};

const FIRST = ["morgen", "am freitag", "am dreiundzwanzigsten", "nächste woche montag", "am 30. april"];
const SECOND = ["am dienstag", "am siebenundzwanzigsten", "am 29. april"];
const CLOCKS = ["um zehn", "um halb drei", "um 15 uhr 30", "viertel nach elf"];

/** `#` and `@` are two days, `%` is a clock time and `$` the same without its "um". */
const SAID_OTHERWISE: [otherwise: string, plainly: string][] = [
  ["# % oder später", "# ab $"],
  ["# % oder auch später", "# ab $"],
  ["# % oder früher", "# bis $"],
  ["# von $ an", "# ab $"],
  ["# % oder @ gleiche uhrzeit", "# % oder @ %"],
  ["# % und wenn das nicht geht @ zur gleichen zeit", "# % und wenn das nicht geht @ %"],
  ["# % @ mein ich", "@ %"],
  ["# nein @ mein ich %", "@ %"],
  ["nicht @ nicht am montag am sonntag %", "am sonntag %"],
  ["diese woche nicht mehr nächste woche dienstag %", "diese woche geht nicht mehr aber nächste woche dienstag %"],
  ["# ist ja feiertag dann %", "# %"],
];

const filled = (pattern: string, first: string, second: string, clock: string): string =>
  pattern.replace("#", first).replace("@", second).replaceAll("%", clock).replace("$", clock.replace(/^um /, ""));

const sentences = FIRST.flatMap((first) =>
  SECOND.flatMap((second) => CLOCKS.map((clock) => [first, second, clock] as const)),
);

describe("a wish that is said otherwise", () => {
  it.each(SAID_OTHERWISE)("is heard as it is said plainly: '%s'", (otherwise, plainly) => {
    const misheard = sentences.flatMap((parts) => {
      const [one, other] = [filled(otherwise, ...parts), filled(plainly, ...parts)];
      const [heard, meant] = [hear(one), hear(other)];
      return heard.heard === meant.heard && !heard.isAsked ? [] : [`${one} / ${other}`];
    });
    expect([...new Set(misheard)]).toEqual([]);
  });
});

const MONTHS = "januar februar märz april mai juni juli august september oktober november dezember".split(" ");
const lastDay = (month: number): string => {
  const year = month < 4 ? 2028 : 2027;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, "0")}-${days}`;
};

describe("the last day of a month", () => {
  it.each(MONTHS.map((name, at) => [name, lastDay(at + 1)] as const))("is known: %s", (name, date) => {
    const at = fromWall(ZONE, date, minutesOf("10:00"));
    const said = [
      `am letzten tag im ${name} um zehn`,
      `am letzten ${name} um zehn`,
      `der letzte tag des ${name} um zehn`,
    ];
    const meant = JSON.stringify([{ from: at, to: at, allDay: false }]);
    expect(said.filter((text) => hear(text).heard !== meant || hear(text).isAsked)).toEqual([]);
  });
});

/** Which of both, or what hour, only the caller or the business knows. */
const OPEN = [
  "wenn es regnet # sonst @",
  "wenn mein mann frei hat # ansonsten @",
  "# kurz bevor sie zumachen",
  "# als letzter",
  "# der letzte termin",
  "# % und eine woche später noch mal",
  "# % und @ um elf freitag gleiche uhrzeit",
  "nächste woche außer # nach vier",
  "# um mitternacht",
];

describe("what is not to be told from the words", () => {
  it.each(OPEN)("is asked about: '%s'", (pattern) => {
    const said = new Set(sentences.map((parts) => filled(pattern, ...parts)));
    expect([...said].filter((text) => !hear(text).isAsked)).toEqual([]);
  });
});
