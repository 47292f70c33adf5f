import type { Utterance } from "./utterance";

/** With opening hours Monday to Friday 9 to 18: what they settle and cut. */
export const settledByHours: Utterance[] = [
  ["Freitag um drei", "11-27T15:00"],
  ["Freitag um fünf", "11-27T17:00"],
  ["Freitag um neun", "11-27T09:00"],
  ["Freitag nachmittags", "11-27T13:00-18:00"],
  ["Freitag früh", "11-27T09:00-10:00"],
  ["Freitag ab fünf", "11-27T17:00-18:00"],
  ["Freitag bis elf", "11-27T09:00-11:00"],
  ["Freitag nach vier", "11-27T16:00-18:00"],
  ["Freitag nach Feierabend", "11-27T17:00-18:00"],
  ["Freitag um sieben", "11-27T07:00 | 11-27T19:00 ?"],
  ["Ende nächster Woche vormittags", "12-03T09:00-12:00 | 12-04T09:00-12:00"],
  [
    "nächste Woche nachmittags",
    "11-30T13:00-18:00 | 12-01T13:00-18:00 | 12-02T13:00-18:00 | 12-03T13:00-18:00 | 12-04T13:00-18:00",
  ],
];

/** With opening hours from 7 to 22 both halves of the day may be meant. */
export const leftOpenByHours: Utterance[] = [
  ["Freitag um acht", "11-27T08:00 | 11-27T20:00 ?"],
  ["Freitag um drei", "11-27T15:00"],
  ["Freitag um halb neun", "11-27T08:30 | 11-27T20:30 ?"],
  ["Freitag um acht Uhr abends", "11-27T20:00"],
  ["heute um acht", "11-24T20:00"],
  ["Freitag morgens um acht", "11-27T08:00"],
];
