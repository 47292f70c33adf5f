import { describe, expect, it } from "vitest";
import {
  listCountries,
  listStates,
  type Place,
  publicHolidays,
} from "@/server/availability/holidays/adapters/date-holidays";

/** As the calendars of these years have them; Easter was on 5 April, 28 March and 16 April. */
const MOVABLE = {
  goodFriday: ["2026-04-03", "2027-03-26", "2028-04-14"],
  easter: ["2026-04-05", "2027-03-28", "2028-04-16"],
  easterMonday: ["2026-04-06", "2027-03-29", "2028-04-17"],
  ascension: ["2026-05-14", "2027-05-06", "2028-05-25"],
  whitSunday: ["2026-05-24", "2027-05-16", "2028-06-04"],
  whitMonday: ["2026-05-25", "2027-05-17", "2028-06-05"],
  corpusChristi: ["2026-06-04", "2027-05-27", "2028-06-15"],
  repentance: ["2026-11-18", "2027-11-17", "2028-11-22"],
  genevaFast: ["2026-09-10", "2027-09-09", "2028-09-07"],
} as const;
type Movable = keyof typeof MOVABLE;

/** Every year of the three: fixed dates as MM-DD, movable ones by name. */
const inAllYears = (days: readonly string[]): string[] =>
  days
    .flatMap((day) =>
      day in MOVABLE ? [...MOVABLE[day as Movable]] : [2026, 2027, 2028].map((year) => `${year}-${day}`),
    )
    .sort();

const found = (place: Place): string[] =>
  [2026, 2027, 2028]
    .flatMap((year) => publicHolidays(place, { year, language: "de" }))
    .filter(({ isObserved }) => isObserved)
    .map(({ date }) => date);
const isSunday = (date: string): boolean => new Date(date).getUTCDay() === 0;

/** In all sixteen states; the day of unity by the treaty, the rest by each state's own law. */
const EVERYWHERE = [
  "01-01",
  "goodFriday",
  "easterMonday",
  "05-01",
  "ascension",
  "whitMonday",
  "10-03",
  "12-25",
  "12-26",
];

const STATES: Record<string, readonly string[]> = {
  // § 1 FTG Baden-Württemberg
  BW: ["01-06", "corpusChristi", "11-01"],
  // Art. 1 Abs. 1 FTG Bayern, with the day that most municipalities have
  BY: ["01-06", "corpusChristi", "08-15", "11-01"],
  // § 2 FTG Brandenburg: Easter and Whit Sunday by name
  BB: ["easter", "whitSunday", "10-31"],
  // § 2 Feiertagsgesetz Bremen
  HB: ["10-31"],
  // § 1 Feiertagsgesetz Hamburg
  HH: ["10-31"],
  // § 1 HFeiertagsG
  HE: ["corpusChristi"],
  // § 2 FTG Mecklenburg-Vorpommern
  MV: ["03-08", "10-31"],
  // § 2 NFeiertagsG
  NI: ["10-31"],
  // § 2 Feiertagsgesetz NW
  NW: ["corpusChristi", "11-01"],
  // § 2 LFtG Rheinland-Pfalz
  RP: ["corpusChristi", "11-01"],
  // § 2 SFG Saarland
  SL: ["corpusChristi", "08-15", "11-01"],
  // § 1 SächsSFG
  SN: ["10-31", "repentance"],
  // § 2 FeiertG LSA
  ST: ["01-06", "10-31"],
  // § 2 SFTG Schleswig-Holstein
  SH: ["10-31"],
  // § 2 ThürFGtG
  TH: ["09-20", "10-31"],
};

describe("the law of the German states, 2026 to 2028", () => {
  it.each(Object.entries(STATES))("%s", (state, own) => {
    expect(found({ country: "DE", state, municipality: null })).toEqual(inAllYears([...EVERYWHERE, ...own]));
  });

  it("BE: once also the day of the uprising, 75 years later", () => {
    const place = { country: "DE", state: "BE", municipality: null };
    expect(found(place)).toEqual([...inAllYears([...EVERYWHERE, "03-08"]), "2028-06-17"].sort());
  });

  it("has sixteen of them", () => {
    expect(listStates("DE", "de").map(({ code }) => code)).toEqual(
      expect.arrayContaining([...Object.keys(STATES), "BE"]),
    );
    expect(listStates("DE", "de")).toHaveLength(16);
  });

  it("knows Augsburg's feast of peace, and that no other place has it", () => {
    const augsburg = found({ country: "DE", state: "BY", municipality: "Augsburg" });
    expect(augsburg).toEqual(inAllYears([...EVERYWHERE, ...(STATES.BY ?? []), "08-08"]));
    expect(found({ country: "DE", state: "BY", municipality: "Lindau" })).not.toContain("2026-08-08");
  });

  it("leaves to the company what only some municipalities of a state have", () => {
    const choices = (state: string, municipality: string | null = null) =>
      publicHolidays({ country: "DE", state, municipality }, { year: 2026, language: "de" })
        .filter(({ isChoice }) => isChoice)
        .map(({ date, isObserved }) => [date, isObserved]);
    expect(choices("BY")).toEqual([["2026-08-15", true]]);
    expect(choices("BY", "Augsburg")).toEqual([]);
    expect(choices("SN")).toEqual([["2026-06-04", false]]);
    expect(choices("TH")).toEqual([["2026-06-04", false]]);
    expect(choices("HE")).toEqual([]);
  });
});

describe("Austria", () => {
  // § 7 Abs. 2 Arbeitsruhegesetz
  const days = [
    "01-01",
    "01-06",
    "easterMonday",
    "05-01",
    "ascension",
    "whitMonday",
    "corpusChristi",
    "08-15",
    "10-26",
  ];
  it.each([null, "9", "7", "5"])("has thirteen, in every state (%s)", (state) => {
    expect(found({ country: "AT", state, municipality: null })).toEqual(
      inAllYears([...days, "11-01", "12-08", "12-25", "12-26"]),
    );
  });
});

/** Sundays are days of rest in every canton; which of them a list names besides is of no consequence. */
const CANTONS: Record<string, readonly string[]> = {
  // § 1 Ruhetags- und Ladenöffnungsgesetz
  ZH: ["01-01", "goodFriday", "easterMonday", "05-01", "ascension", "whitMonday", "08-01", "12-25", "12-26"],
  // Art. 2 Gesetz über die Ruhe an öffentlichen Feiertagen
  BE: ["01-01", "01-02", "goodFriday", "easterMonday", "ascension", "whitMonday", "08-01", "12-25", "12-26"],
  // § 2 Ruhetagsgesetz
  BS: ["01-01", "goodFriday", "easterMonday", "05-01", "ascension", "whitMonday", "08-01", "12-25", "12-26"],
  // Art. 2 Gesetz über Ruhetag und Ladenöffnung
  SG: ["01-01", "goodFriday", "easterMonday", "ascension", "whitMonday", "08-01", "11-01", "12-25", "12-26"],
  // Art. 1 Loi sur les jours fériés
  GE: ["01-01", "goodFriday", "easterMonday", "ascension", "whitMonday", "08-01", "genevaFast", "12-25", "12-31"],
};

describe("Switzerland", () => {
  it.each(Object.entries(CANTONS))("%s has its own", (state, days) => {
    const dates = found({ country: "CH", state, municipality: null }).filter((date) => !isSunday(date));
    expect(dates).toEqual(inAllYears(days).filter((date) => !isSunday(date)));
  });

  it("counts no half days", () => {
    expect(found({ country: "CH", state: "VS", municipality: null })).not.toContain("2026-12-24");
  });
});

describe("other places", () => {
  it("have theirs, and an unknown one has none", () => {
    expect(listCountries("de").length).toBeGreaterThan(150);
    expect(found({ country: "LU", state: null, municipality: null })).toContain("2026-06-23");
    expect(found({ country: "XX", state: null, municipality: null })).toEqual([]);
    expect(found({ country: "DE", state: "nowhere", municipality: null })).toEqual(inAllYears(EVERYWHERE));
  });

  it("are named in the reader's language", () => {
    const [first] = publicHolidays({ country: "DE", state: "BY", municipality: null }, { year: 2027, language: "en" });
    expect(first).toMatchObject({ date: "2027-01-01", name: "New Year's Day", isChoice: false });
    expect(listCountries("en")).toContainEqual({ code: "DE", name: "Germany" });
  });
});
