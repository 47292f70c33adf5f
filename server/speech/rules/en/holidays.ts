import { either, map, phrases, type Rule } from "../time/grammar";

/** How a day with a name is called; the names are those of the calendar. */
const HOLIDAYS: Record<string, string[]> = {
  "new-year": ["new year's day", "new year's", "new years day", "new year", "neujahr"],
  easter: ["easter"],
  "easter-sunday": ["easter sunday"],
  "easter-monday": ["easter monday", "ostermontag"],
  "maundy-thursday": ["maundy thursday"],
  "good-friday": ["good friday", "karfreitag"],
  pentecost: ["pentecost", "whitsun", "whitsuntide", "pfingsten"],
  "whit-monday": ["whit monday", "pentecost monday", "pfingstmontag"],
  ascension: ["ascension day", "ascension", "himmelfahrt", "christi himmelfahrt"],
  "labour-day": ["labour day", "may day"],
  "christmas-eve": ["christmas eve", "heiligabend", "heilig abend"],
  "first-christmas-day": ["christmas day"],
  "second-christmas-day": ["boxing day"],
  christmas: ["christmas", "xmas"],
  "new-years-eve": ["new year's eve", "new years eve", "silvester"],
  "valentines-day": ["valentine's day", "valentines day"],
  "mothers-day": ["mother's day"],
  "between-the-years": ["between the holidays", "between the years"],
  reformation: ["halloween", "reformation day"],
  "all-saints": ["all saints", "all saints day", "all saints' day"],
  epiphany: ["epiphany", "three kings day"],
  "unity-day": ["unity day", "german unity day", "day of german unity"],
  "saint-nicholas": ["st nicholas day", "saint nicholas day"],
  "rose-monday": ["rose monday", "carnival monday", "rosenmontag"],
  "shrove-tuesday": ["shrove tuesday", "pancake day"],
  "ash-wednesday": ["ash wednesday"],
  "corpus-christi": ["corpus christi"],
  holidays: ["the holidays", "holidays"],
};
export const holidayName: Rule<string> = either(
  ...Object.entries(HOLIDAYS).map(([name, texts]) => map(phrases(...texts), () => name)),
);
