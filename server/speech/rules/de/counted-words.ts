import { WEEKDAYS } from "./words";

const NOUNS =
  "termin termine mal versuch stock etage besuch kunde platz tag woche slot person kind haelfte freie " +
  "freien freier moegliche moeglichen moeglicher behandlung sitzung stelle monat schnee frost blick " +
  "vorschlag moeglichkeit option untersuchung impfung dezemberhaelfte kontrolle inspektion klasse " +
  "etappe ampel tuer reihe hand linie zahn lendenwirbel wirbel geburtstag hochzeitstag stunde eintrag " +
  "wahl schritt kalenderwoche kw quartal advent weihnachtstag weihnachtsfeiertag feiertag uhr";

/** Behind these an ordinal is no date: "der dritte Termin", "vor dem ersten Schnee". */
export const COUNTED: readonly string[] = [...NOUNS.split(" "), ...WEEKDAYS.keys()];
