import { describe, expect, it } from "vitest";
import { guessMapping } from "@/server/appointments/imports/rules/guess-mapping";
import { matchName } from "@/server/appointments/imports/rules/match-name";
import {
  readCents,
  readDate,
  readMoment,
  readName,
  readStatus,
  readTime,
  toInstant,
} from "@/server/appointments/imports/rules/read-cells";
import { readFile } from "@/server/appointments/imports/rules/read-file";
import { readLine } from "@/server/appointments/imports/rules/read-line";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a file", () => {
  it("is read as spreadsheets write it: quotes, semicolons, a mark at its beginning", () => {
    const file = readFile(
      bytes('\ufeffDatum;Kunde;Notiz\r\n01.03.2026;"Müller; Jörg";"zwei\nZeilen"\r\n;;\r\n02.03.2026;Ötzi;\r\n'),
    );
    expect(file).toMatchObject({ encoding: "utf-8", delimiter: ";", headers: ["Datum", "Kunde", "Notiz"] });
    expect(file.lines.map(({ cells }) => cells)).toEqual([
      ["01.03.2026", "Müller; Jörg", "zwei\nZeilen"],
      ["02.03.2026", "Ötzi", ""],
    ]);
  });

  it("may be what Windows writes, with commas", () => {
    const windows = Uint8Array.from(
      [..."Datum,Kunde\n01.03.2026,M", "\xfc", ..."ller \x80"].map((c) => c.charCodeAt(0)),
    );
    const file = readFile(windows);
    expect(file).toMatchObject({ encoding: "windows-1252", delimiter: "," });
    expect(file.lines[0]?.cells[1]).toBe("Müller €");
  });

  it("is refused by name when there is nothing in it, too much, or no text", () => {
    const reasonOf = (data: Uint8Array) => {
      try {
        readFile(data);
        return null;
      } catch (error) {
        return (error as { reason: string }).reason;
      }
    };
    expect(reasonOf(bytes("Datum;Kunde\n"))).toBe("file_empty");
    expect(reasonOf(bytes(`a;b\n${"1;2\n".repeat(20_001)}`))).toBe("file_too_long");
    expect(reasonOf(bytes(`a;b\n${"1;2\n".repeat(10_000)}`))).toBeNull();
    expect(reasonOf(Uint8Array.from([80, 75, 3, 4, 0, 0]))).toBe("file_unreadable");
  });

  it("tells by its headers what its columns hold", () => {
    expect(
      guessMapping(["Datum", "Uhrzeit", "Vorname", "Nachname", "Handy", "Leistung", "Mitarbeiter", "Preis (EUR)"]),
    ).toEqual({
      ...{ date: 0, time: 1, firstName: 2, lastName: 3, phone: 4, service: 5, staff: 6, price: 7 },
    });
    expect(guessMapping(["Start", "Kunde", "E-Mail", "Service", "Bei", "Xyz"])).toEqual({
      ...{ startsAt: 0, customerName: 1, email: 2, service: 3, staff: 4 },
    });
  });
});

describe("a cell", () => {
  it.each([
    ["24.12.2026", "2026-12-24"],
    ["4.1.26", "2026-01-04"],
    ["Do., 24.12.2026", "2026-12-24"],
    ["2026-12-24", "2026-12-24"],
    ["24/12/2026", "2026-12-24"],
    ["31.02.2026", null],
    ["morgen", null],
  ])("%s is the day %s", (text, day) => expect(readDate(text)).toBe(day));

  it.each([
    ["9:30", 570],
    ["09.30", 570],
    ["14:30 Uhr", 870],
    ["9 Uhr", 540],
    ["9", null],
    ["25:00", null],
    ["09:30:00", 570],
  ])("%s is minute %s", (text, minute) => expect(readTime(text)).toBe(minute));

  it.each([
    ["49", 4900],
    ["49,00 €", 4900],
    ["1.234,50", 123450],
    ["1,234.50", 123450],
    ["12,5", 1250],
    ["1.234", 123400],
    ["frei", null],
  ])("%s are %s cents", (text, cents) => expect(readCents(text)).toBe(cents));

  it("holds a day with its time, a status, a name either way round", () => {
    const half = { date: "2026-12-24", minutes: 870, offsetMinutes: null };
    expect(readMoment("24.12.2026 14:30")).toEqual(half);
    expect(readMoment("2026-12-24T14:30")).toEqual(half);
    expect(readMoment("24.12.2026 um 14:30 Uhr")).toEqual(half);
    expect(readMoment("2026-12-24T14:30:00+01:00")).toEqual({ ...half, offsetMinutes: 60 });
    expect(readMoment("24.12.2026 14:30 -0530")).toEqual({ ...half, offsetMinutes: -330 });
    expect(readMoment("2026-12-24T14:30Z")).toEqual({ ...half, offsetMinutes: 0 });
    expect(readStatus("Nicht erschienen")).toBe("no_show");
    expect(readStatus("egal")).toBeUndefined();
    expect(readName("Schäfer, Maria")).toEqual({ firstName: "Maria", lastName: "Schäfer" });
    expect(readName("Maria Anna Schäfer")).toEqual({ firstName: "Maria Anna", lastName: "Schäfer" });
  });

  it("means an instant by the branch's clock; one that March leaves out or October shows twice means none", () => {
    const at = (date: string, minutes: number, offsetMinutes: number | null = null) =>
      toInstant("Europe/Berlin", { date, minutes, offsetMinutes });
    expect(at("2026-03-29", 150)).toBe("skipped");
    expect(at("2026-10-25", 150)).toBe("repeated");
    expect(at("2026-10-25", 150, 120)).toBe(Date.parse("2026-10-25T02:30:00+02:00"));
    expect(at("2026-10-25", 150, 60)).toBe(Date.parse("2026-10-25T02:30:00+01:00"));
    expect(at("2026-07-01", 600)).toBe(Date.parse("2026-07-01T10:00:00+02:00"));
  });
});

describe("a line", () => {
  const mapping = { date: 0, time: 1, endTime: 2, customerName: 3, service: 4 };
  const read = (...cells: string[]) => readLine(cells, { mapping, zone: "Europe/Berlin" });

  it("is read as a whole", () => {
    expect(read("24.12.2026", "10:00", "10:45", "Maria Schäfer", "Haarschnitt").read).toMatchObject({
      startsAt: Date.parse("2026-12-24T10:00:00+01:00"),
      endsAt: Date.parse("2026-12-24T10:45:00+01:00"),
      ...{ firstName: "Maria", lastName: "Schäfer", service: "Haarschnitt", staff: null, status: null },
    });
  });

  it("says which of two times is meant by its offset, or is refused", () => {
    const twice = read("25.10.2026", "02:30", "", "Maria Schäfer", "Haarschnitt");
    expect(twice).toMatchObject({
      read: null,
      problems: [{ reason: "time_exists_twice", field: "time", value: "25.10.2026 02:30" }],
    });
    const said = read("25.10.2026", "02:30 +01:00", "04:00", "Maria Schäfer", "Haarschnitt").read;
    expect(said).toMatchObject({
      startsAt: Date.parse("2026-10-25T02:30:00+01:00"),
      endsAt: Date.parse("2026-10-25T04:00:00+01:00"),
    });
    const ends = (date: string) => read(date, "01:00", "02:30", "Maria Schäfer", "Haarschnitt").problems;
    expect(ends("25.10.2026")).toMatchObject([{ reason: "time_exists_twice", field: "endTime" }]);
    expect(ends("29.03.2026")).toMatchObject([{ reason: "time_does_not_exist", field: "endTime" }]);
  });

  it("names all of its faults at once", () => {
    expect(read("29.03.2026", "02:30", "", "", "").problems.map(({ reason }) => reason)).toEqual([
      "time_does_not_exist",
      "customer_missing",
      "service_missing",
    ]);
    expect(read("24.12.2026", "10:00", "09:00", "Maria", "x").problems.map(({ reason }) => reason)).toEqual([
      "end_before_start",
    ]);
  });
});

it("finds a name by itself, by another word or by its first, and suggests what comes near", () => {
  const all = [
    { id: "1", name: "Damenhaarschnitt", synonyms: ["Schneiden Damen"] },
    { id: "2", name: "Herrenhaarschnitt" },
    { id: "3", name: "Anna Vogel" },
  ];
  expect(matchName("damenhaarschnitt", all)).toEqual({ found: all[0] });
  expect(matchName("Schneiden Damen", all)).toEqual({ found: all[0] });
  expect(matchName("Anna", all)).toEqual({ found: all[2] });
  expect(matchName("Haarschnitt", all)).toEqual({ suggestions: ["Damenhaarschnitt", "Herrenhaarschnitt"] });
});
