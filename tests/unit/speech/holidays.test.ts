import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";
import { nextHoliday } from "@/server/speech/rules/time/holidays";

/** Where each day is one by law or custom, and what the library calls it there. */
const KNOWN: [name: string, state: string, german: string][] = [
  ["epiphany", "BY", "Heilige Drei Könige"],
  ["womens-day", "BE", "Internationaler Frauentag"],
  ["ash-wednesday", "BY", "Aschermittwoch"],
  ["good-friday", "BY", "Karfreitag"],
  ["easter-sunday", "BB", "Ostersonntag"],
  ["easter-monday", "BY", "Ostermontag"],
  ["ascension", "BY", "Christi Himmelfahrt"],
  ["whit-monday", "BY", "Pfingstmontag"],
  ["corpus-christi", "BY", "Fronleichnam"],
  ["childrens-day", "TH", "Weltkindertag"],
  ["unity-day", "BY", "Tag der Deutschen Einheit"],
  ["reformation", "SN", "Reformationstag"],
  ["all-saints", "BY", "Allerheiligen"],
  ["repentance", "SN", "Buß- und Bettag"],
  ["first-christmas-day", "BY", "1. Weihnachtstag"],
  ["second-christmas-day", "BY", "2. Weihnachtstag"],
];
const YEARS = Array.from({ length: 20 }, (_, n) => 2026 + n);

describe("a day with a name", () => {
  it.each(KNOWN)("%s is the day that the calendar of %s calls %s", (name, state, german) => {
    const calendar = new Holidays("DE", state, { languages: "de" });
    for (const year of YEARS) {
      const [day] = calendar.getHolidays(year).filter((one) => one.name === german);
      const date = day?.date.slice(0, 10);
      expect(nextHoliday(name, { today: `${year}-01-01` }), `${name} ${year}`).toEqual({ first: date, last: date });
    }
  });

  it.each([
    ["2026", "05-10"],
    ["2027", "05-09"],
    ["2028", "05-14"],
    ["2033", "05-08"],
  ])("mothers' day is the second Sunday in May (%s)", (year, day) => {
    expect(nextHoliday("mothers-day", { today: `${year}-01-01` })?.first).toBe(`${year}-${day}`);
  });

  it.each([
    ["2026-11-01", "2026-11-29"],
    ["2027-11-01", "2027-11-28"],
    ["2028-11-01", "2028-12-03"],
  ])("the first Sunday in Advent seen from %s is %s", (today, day) => {
    expect(nextHoliday("first-advent", { today })?.first).toBe(day);
  });
});
