import type { Utterance } from "./utterance";

/** Friday, 18 December 2026, 17:30. */
export const seenFromFriday: Utterance[] = [
  ["morgen um zehn", "2026-12-19T10:00"],
  ["heute noch", "2026-12-18"],
  ["am montag", "2026-12-21"],
  ["nächsten montag", "2026-12-21"],
  ["nächste woche", "2026-12-21..2026-12-27"],
  ["am wochenende", "2026-12-19..2026-12-20"],
  ["nächstes wochenende", "2026-12-19..2026-12-20 | 2026-12-26..2026-12-27 ?"],
  ["am freitag", "2026-12-18 | 2026-12-25 ?"],
  ["am dritten", "2027-01-03"],
  ["heute um sechs", "2026-12-18T18:00"],
  ["in zwei wochen am dienstag", "2026-12-29 | 2027-01-05 ?"],
  ["anfang der woche", "2026-12-21..2026-12-22"],
  ["zwischen den jahren", "2026-12-27..2026-12-30"],
  ["an heiligabend um neun", "2026-12-24T09:00"],
  ["in der kw 1", "2027-01-04..2027-01-10"],
  ["heute in einer woche um zwei", "2026-12-25T14:00"],
  ["ab sofort", "2026-12-18T17:30-2027-01-01T17:30"],
  ["am ersten mittwoch im januar", "2027-01-06"],
];

/** Thursday, 20 May 2027, 10:00: Corpus Christi is next where it is a holiday. */
export const inBavaria: Utterance[] = [
  ["nach dem feiertag", "2027-05-28..2027-06-10"],
  ["am feiertag", "2027-05-27"],
  ["vor dem feiertag", "2027-05-20..2027-05-26"],
];

export const inBerlin: Utterance[] = [
  ["nach dem feiertag", "2027-10-04..2027-10-17"],
  ["am feiertag", "2027-10-03"],
];
