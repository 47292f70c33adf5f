import { addDays, type LocalDate } from "@/server/core/time";

/** Public holidays of Bavaria, where both businesses are: nobody had an appointment on them. */
export function isPublicHoliday(date: LocalDate): boolean {
  const year = Number(date.slice(0, 4));
  return FIXED.includes(date.slice(5)) || AROUND_EASTER.some((days) => addDays(easterOf(year), days) === date);
}

const FIXED = ["01-01", "01-06", "05-01", "08-15", "10-03", "11-01", "12-25", "12-26"];

/** Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi. */
const AROUND_EASTER = [-2, 1, 39, 50, 60];

/** The Gregorian computus (Meeus, Jones, Butcher). */
function easterOf(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * shift + 114;
  const [month, day] = [Math.floor(count / 31), (count % 31) + 1];
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
