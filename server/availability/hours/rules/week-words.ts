/** How a week is written and read in a language; the first name of a day is the one that is written. */
export interface WeekWords {
  /** From Sunday. */
  days: readonly (readonly string[])[];
  until: string;
  and: string;
  break: string;
  closed: string;
  /** Behind the last time. */
  clock: string;
  /** How its readers write a time of the day. */
  locale: string;
}

const DE: WeekWords = {
  days: [
    ["So", "Sonntag", "sonntags"],
    ["Mo", "Montag", "montags"],
    ["Di", "Dienstag", "dienstags"],
    ["Mi", "Mittwoch", "mittwochs"],
    ["Do", "Donnerstag", "donnerstags"],
    ["Fr", "Freitag", "freitags"],
    ["Sa", "Samstag", "samstags", "Sonnabend"],
  ],
  until: "bis",
  and: "und",
  break: "Pause",
  closed: "geschlossen",
  clock: "Uhr",
  locale: "de",
};

const EN: WeekWords = {
  days: [
    ["Sun", "Sunday", "Su"],
    ["Mon", "Monday", "Mo"],
    ["Tue", "Tuesday", "Tu", "Tues"],
    ["Wed", "Wednesday", "We"],
    ["Thu", "Thursday", "Th", "Thur", "Thurs"],
    ["Fri", "Friday", "Fr"],
    ["Sat", "Saturday", "Sa"],
  ],
  until: "until",
  and: "and",
  break: "break",
  closed: "closed",
  clock: "",
  locale: "en",
};

export const weekWords = (language: string): WeekWords => (language.startsWith("de") ? DE : EN);

/** Monday first, as people here write a week. */
export const FROM_MONDAY = [1, 2, 3, 4, 5, 6, 0] as const;
