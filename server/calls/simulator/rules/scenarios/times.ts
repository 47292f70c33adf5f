import { asksAndBooks, type Scenario, says, talk } from "../scenario";

const SERVICE = "Damenhaarschnitt";

/** What callers say for a time on a Monday, the 30th of November 2026, at eight in the morning; and which they mean. */
const SPOKEN: [name: string, wish: string, at: string][] = [
  ["a day and an hour", "am Donnerstag um vierzehn Uhr", "2026-12-03 14:00"],
  ["half an hour before", "morgen um halb drei", "2026-12-01 14:30"],
  ["three quarters", "übermorgen um dreiviertel zehn", "2026-12-02 09:45"],
  ["a quarter of the fourth hour", "am Mittwoch um viertel vier", "2026-12-02 15:15"],
  ["a quarter past", "am Freitag um viertel nach zehn", "2026-12-04 10:15"],
  ["a calendar week", "am Montag in der Kalenderwoche fünfzig um zehn Uhr", "2026-12-07 10:00"],
  ["a day in two weeks", "am Dienstag in zwei Wochen um elf Uhr", "2026-12-15 11:00"],
  ["today in a week", "heute in einer Woche um zehn Uhr", "2026-12-07 10:00"],
  ["a date in words", "am dritten Zwölften um neun Uhr dreißig", "2026-12-03 09:30"],
  ["a date with its month", "am siebzehnten Dezember um sechzehn Uhr", "2026-12-17 16:00"],
  ["the northern Saturday", "am Sonnabend um zehn Uhr", "2026-12-05 10:00"],
  ["zwo, and an hour that the salon settles", "am zwoten Dezember um zwo", "2026-12-02 14:00"],
  ["a dialect", "am Donnerstach um elf Uhr", "2026-12-03 11:00"],
  ["a correction", "am Mittwoch, nein, doch am Donnerstag um zehn Uhr", "2026-12-03 10:00"],
  ["a part of the day", "am Freitag Vormittag", "2026-12-04 09:00"],
  ["from an hour on", "am Freitag ab sechzehn Uhr", "2026-12-04 16:00"],
  ["between two hours", "am Dienstag zwischen zwei und vier Uhr", "2026-12-01 14:00"],
  ["the day before Christmas", "an Heiligabend um zehn Uhr", "2026-12-24 10:00"],
  ["shortly before Christmas", "am dreiundzwanzigsten Dezember um siebzehn Uhr", "2026-12-23 17:00"],
  ["a refusal", "am Mittwoch oder Donnerstag um zehn Uhr, aber nicht am Mittwoch", "2026-12-03 10:00"],
  ["in so many days", "in vier Tagen um zwölf Uhr", "2026-12-04 12:00"],
  ["as soon as can be", "so früh wie möglich", "2026-11-30 09:00"],
];

export const TIMES: Scenario[] = [
  ...SPOKEN.map(([name, wish, at]): Scenario => {
    return {
      name: `books ${name}`,
      proves: "booking",
      script: talk(says(`Ich hätte gern einen ${SERVICE} ${wish}.`), asksAndBooks({ service: SERVICE, wish })),
      expects: { booked: [{ service: SERVICE, at, customer: "Anna Schneider" }], outcome: "booked" },
    };
  }),
  ...[
    ["tomorrow in English", "tomorrow at half past two in the afternoon", "2026-12-01 14:30"],
    ["a weekday in English", "Friday at eleven in the morning", "2026-12-04 11:00"],
    ["a date in English", "on the third of December at 4 pm", "2026-12-03 16:00"],
  ].map(([name = "", wish = "", at = ""]): Scenario => {
    return {
      name: `books ${name}`,
      proves: "booking",
      language: "en",
      from: "+491713920004",
      script: talk(says(`I'd like a haircut ${wish}.`), asksAndBooks({ service: SERVICE, wish })),
      expects: { booked: [{ service: SERVICE, at, customer: "Emma Clarke" }], outcome: "booked" },
    };
  }),
];
